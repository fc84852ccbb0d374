"""Folders are written whole, or not at all, and never over anything."""

import os

import pytest

from councilwatch.press import placing
from councilwatch.press.placing import FolderExists, write_folder

FILES = {"a.csv": b"a\n", "inner/b.csv": b"b\n"}


def names_below(folder) -> list[str]:
    """Everything in a folder, and below it, by name."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("name", ["new", "deep/er/new"])
def test_a_new_folder_holds_every_file(tmp_path, name):
    write_folder(tmp_path / name, FILES)

    assert names_below(tmp_path / name) == ["a.csv", "inner", "inner/b.csv"]
    assert (tmp_path / name / "inner/b.csv").read_bytes() == b"b\n"
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "empty").mkdir()

    write_folder(tmp_path / "empty", FILES)

    assert "a.csv" in names_below(tmp_path / "empty")


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")

    with pytest.raises(FolderExists, match="never written over another"):
        write_folder(tmp_path / "full", FILES)

    assert names_below(tmp_path) == ["full", "full/mine.txt"]


def test_a_file_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("mine")

    with pytest.raises(FolderExists, match="file is a file, not a folder; name a new folder"):
        write_folder(tmp_path / "file", FILES)

    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_below_a_file_is_refused_by_the_name_of_the_file(tmp_path):
    (tmp_path / "file").write_text("mine")

    with pytest.raises(NotADirectoryError) as error:
        write_folder(tmp_path / "file" / "new" / "er", FILES)

    assert error.value.filename == str(tmp_path / "file")


def test_a_pipe_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(FolderExists, match="is a device, a pipe or a socket, not a folder"):
        write_folder(tmp_path / "pipe", FILES)


def test_a_link_to_an_empty_folder_is_followed_and_one_in_a_circle_refused(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    (tmp_path / "round").symlink_to("round")

    write_folder(tmp_path / "link", FILES)

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "a.csv").is_file()
    with pytest.raises(FolderExists, match="leads round in a circle"):
        write_folder(tmp_path / "round", FILES)


def test_files_may_come_one_by_one_and_a_failure_between_them_leaves_nothing(tmp_path):
    def files():
        yield from FILES.items()
        raise ValueError

    write_folder(tmp_path / "new", iter(FILES.items()))
    with pytest.raises(ValueError):  # noqa: PT011 - our own, of no words
        write_folder(tmp_path / "other", files())

    assert names_below(tmp_path) == ["new", "new/a.csv", "new/inner", "new/inner/b.csv"]


def test_the_folder_one_is_in_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(FolderExists, match="the folder you are in"):
        write_folder(tmp_path, FILES)


def test_a_disk_that_fills_up_half_way_leaves_nothing(tmp_path, monkeypatch):
    def write_durably(path, content):
        if path.name == "b.csv":
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(placing, "write_durably", write_durably)

    with pytest.raises(OSError, match="No space left"):
        write_folder(tmp_path / "new", FILES)

    assert names_below(tmp_path) == []
