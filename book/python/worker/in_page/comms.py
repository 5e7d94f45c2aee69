"""Live figures made in the page: what a widget says goes to the page's host.

ipywidgets talks through a comm; in Jupyter that is a channel between kernel
and front end, here it is one between this Python and the page.
"""

from __future__ import annotations

import json

import comm
from comm.base_comm import BaseComm
from ipywidgets import Output

from in_page import errors, outputs


class PageComm(BaseComm):
    def publish_msg(
        self, msg_type, data=None, metadata=None, buffers=None, **keys
    ):
        outputs.flush()
        outputs.to_page({"type": msg_type, "comm": self.comm_id, "data": data})


def receive(comm_id: str, state: str) -> None:
    """The page moved a slider: the widget takes the new state."""
    channel = comm.get_comm_manager().comms.get(comm_id)
    if channel:
        data = {"method": "update", "state": json.loads(state)}
        channel.handle_msg({"content": {"data": data}, "buffers": []})


def _begin(output):
    outputs.flush()
    output._outside, outputs.into = outputs.into, output.comm.comm_id


def _end(output, kind, error, trace):
    """An error of what a slider calls is shown in its place."""
    if error is not None:
        errors.report(error, "")
    outputs.flush()
    outputs.into = output._outside
    return isinstance(error, Exception)


comm.create_comm = PageComm
Output.__enter__, Output.__exit__ = _begin, _end
