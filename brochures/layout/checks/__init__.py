"""The checks of layout: each a small function from a composition with its measured pages to findings, one module a family.

``subject``        what every check reads
``overset``        what reaches past its region
``smaller_picture``  what makes a picture fit
``safe_area``      what lies too near the trim or a fold
``breaks``         where lines, paragraphs, rows and headings end
``baseline_grid``  baselines that meet across folds
``prominence``     risks set as large as benefits
``page_plan``      pages that were planned, and how full they are
``page_fill``      how much of its height each page uses
``sides``          what goes out by itself, on sheets of its own
"""
