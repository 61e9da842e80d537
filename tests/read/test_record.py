"""Records: what a format states of one."""

from cuttings.read.record import stated


def test_what_says_nothing_is_left_out():
    assert stated(headline=" A\n wall ", deck="", url=None) == {"headline": "A wall"}
