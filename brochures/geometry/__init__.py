"""Boxes, units and measured pages, as values. Nothing here knows the engine or opens a PDF file.

``units``     mm, inches and px in pt, and how exact a length is
``lengths``   lengths as people write them
``box``       a rectangle of a page, in pt from the top left corner of its trim
``pdf_box``   a rectangle as a PDF file has it
``pages``     measured pages: lines, images, regions and blocks
``passages``  which passage each stretch of a text comes from
"""
