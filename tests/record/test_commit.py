"""Files are put in place whole, several together or none, and never over what is no file."""

import os
import stat

import pytest

from councilwatch.record import commit
from councilwatch.record.commit import NotAFile, file_place, write_together, write_whole


def names_in(folder) -> list[str]:
    """Everything in a folder by name."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_written_anew_with_nothing_left_beside_it(tmp_path):
    write_whole(tmp_path / "a", b"old")
    write_whole(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a"]


def test_a_pipe_is_refused_and_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotAFile, match="pipe is a device, a pipe or a socket, not a file; name a"):
        write_whole(tmp_path / "pipe", b"new")

    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert names_in(tmp_path) == ["pipe"]


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(NotAFile, match="is a folder, not a file"):
        write_whole(tmp_path, b"new")


def test_a_device_is_no_place_for_a_file_not_even_through_a_link(tmp_path):
    # Only asked, never written: a rename over a device takes it away from the whole machine.
    (tmp_path / "link").symlink_to(os.devnull)

    with pytest.raises(NotAFile, match="link is a device"):
        file_place(tmp_path / "link")


def test_a_link_is_followed_to_its_file_and_stays(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("there/a")
    (tmp_path / "ahead").symlink_to("there/b")

    write_whole(tmp_path / "link", b"new")
    write_whole(tmp_path / "ahead", b"new too")

    assert (tmp_path / "link").readlink().as_posix() == "there/a"
    assert (tmp_path / "there" / "a").read_bytes() == b"new"
    assert (tmp_path / "there" / "b").read_bytes() == b"new too"
    assert names_in(tmp_path / "there") == ["a", "b"]


def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "link").symlink_to("link")

    with pytest.raises(NotAFile, match="leads round in a circle"):
        write_whole(tmp_path / "link", b"new")


def test_two_names_of_one_file_are_refused(tmp_path):
    (tmp_path / "link").symlink_to("a")

    with pytest.raises(NotAFile, match="are the same file"):
        write_together({tmp_path / "a": b"1", tmp_path / "link": b"2"})


@pytest.mark.parametrize("blow", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_of_two_files_none_is_put_in_place_if_the_second_cannot_be_written(
    tmp_path, monkeypatch, blow
):
    (tmp_path / "a").write_bytes(b"old")

    def write_durably(path, content):
        path.write_bytes(content)
        if path.name.startswith(".b"):
            raise blow

    # The only way to fill a disk at the right moment; the disk is no part of the domain.
    monkeypatch.setattr(commit, "write_durably", write_durably)

    with pytest.raises(type(blow)):
        write_together({tmp_path / "a": b"new", tmp_path / "b": b"new"})

    assert (tmp_path / "a").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]


def test_of_two_files_none_is_written_where_one_has_no_place(tmp_path):
    (tmp_path / "b").mkdir()

    with pytest.raises(NotAFile):
        write_together({tmp_path / "a": b"new", tmp_path / "b": b"new"})

    assert names_in(tmp_path) == ["b"]


def test_a_folder_that_is_not_there_is_told_by_its_name(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        write_whole(tmp_path / "nowhere" / "a", b"new")

    assert error.value.filename == str(tmp_path / "nowhere")
