"""Partners: packets with a name on them. A list is read row by row, what was sent is kept on record, and what goes with a packet is made.

``partner``     who gets a packet
``reading``     ``partner_list()``: a list that is open, each row looked through; a bad one is set aside
``table``       heads, rows and cells, before anybody knows what is in which column
``encodings``   in which encoding a list is written
``delimited``   CSV, whatever separates its cells
``spreadsheet``  XLSX
``yaml_list``   YAML, by the house's own reader
``heads``       which column is which
``cells``       what no cell may hold
``rules``       what the cells of each field must be
``doubles``     which recipient stood in which row
``set_aside``   rows that are set aside, in a file of their own
``sending``     one packet for one recipient, as the record has it
``record``      ``SendingRecord``: who was sent which packet
``record_file``  its file: made, refused, put aside
``order``       which packets are wanted of a list
``kit``         what goes with the packets of a run
``drafts``      an e-mail to one partner, unsent
``mail_list``   what labels are printed from
``fax_list``    what a fax machine or service is given
``sample``      a list to begin with
``file_stems``  how the names of files for a partner begin
``bodies``      a packet that is typeset once for all who get the same parts
``words``       what of a partner stands where in it
``making``      the packet of one partner, made and read back
``lots``        partners handed out some at a time, to processes or a cluster
``print_runs``  the same packets for the clinic's own printer
``run``         a packet for each partner, in place and on record
``returned``    forms that partners filled in and sent back, read into answers

A list names people. No finding, log or trace quotes a cell: row, column and what was measured are told.
"""

from brochures.partners.heads import PacketList
from brochures.partners.order import PacketOrder, PlannedPacket, planned
from brochures.partners.partner import Partner
from brochures.partners.reading import PartnerList, PartnerRow, partner_list
from brochures.partners.record import SendingRecord
from brochures.partners.sending import PacketStatus, Sending, content_digest

__all__ = [
    "PacketList",
    "PacketOrder",
    "PacketStatus",
    "Partner",
    "PartnerList",
    "PartnerRow",
    "PlannedPacket",
    "Sending",
    "SendingRecord",
    "content_digest",
    "partner_list",
    "planned",
]  # fmt: skip
