import json
import shutil
import subprocess

import pytest

from helpdesk_tui.cli.main import run
from tests.support import DEFAULT_TEXT

AT = ["--at", "2026-11-25T10:00"]


@pytest.fixture
def books(tmp_path):
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(DEFAULT_TEXT)
    new.write_text(DEFAULT_TEXT.replace("Sa 08:00-13:00", "Sa 08:00-12:00"))
    return str(old), str(new)


def test_the_exit_code_says_whether_the_books_differ(books, capsys):
    assert run(["diff", books[0], books[0], *AT]) == 0
    assert "Los dos directorios dicen lo mismo" in capsys.readouterr().out
    assert run(["diff", *books, *AT]) == 1
    assert "Telefónico, Correo electrónico, Chat online pierden sáb 12:00 a 13:00" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        pytest.param(["one.toml"], "needs the old book and the new one", id="one book"),
        pytest.param(["--git", "HEAD", "a.toml", "b.toml"], "needs one book", id="two books with git"),
        pytest.param(["a.toml", "b.toml", "--json", "--format", "markdown"], "cannot be used", id="two formats"),
        pytest.param(["nowhere.toml", "b.toml"], "nowhere.toml: there is no such file", id="no such book"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(arguments, problem, capsys):
    assert run(["diff", *arguments, "--lang", "en"]) == 2
    assert problem in capsys.readouterr().err


def test_json_holds_every_period(books, capsys):
    assert run(["diff", *books, *AT, "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["same"], answer["from"]) == (False, "2026-11-25T00:00:00-05:00")
    lost = answer["hours"][0]
    assert [each["id"] for each in lost["items"]] == ["phone", "email", "chat"]
    assert (lost["before"]["state"], lost["after"]["state"], lost["weekdays"]) == ("open", "closed", ["Sa"])
    assert lost["periods"][0] == {"start": "2026-11-28T12:00:00-05:00", "end": "2026-11-28T13:00:00-05:00"}
    assert lost["without"] == ["2027-05-01", "2027-08-07"]


def test_markdown_is_a_list_under_headings(books, capsys):
    assert run(["diff", *books, *AT, "--format", "markdown", "--lang", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "## What the change of the contact book means"
    assert "### Opening hours" in lines
    assert any(
        line.startswith("- Telefónico, Correo electrónico, Chat online lose sat 12:00") for line in lines
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
class TestGit:
    @pytest.fixture
    def book(self, tmp_path):
        folder = tmp_path / "repository"
        folder.mkdir()
        book = folder / "contacts.toml"
        book.write_text(DEFAULT_TEXT)
        for arguments in (
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"],
        ):
            subprocess.run(["git", *arguments], cwd=folder, check=True)
        book.write_text(DEFAULT_TEXT.replace("Sa 08:00-13:00", "Sa 08:00-12:00"))
        return book

    def test_the_old_book_is_that_of_a_revision(self, book, capsys):
        assert run(["diff", "--git", "HEAD", str(book), *AT]) == 1
        output = capsys.readouterr().out
        assert "pierden sáb 12:00 a 13:00" in output
        assert f"HEAD:{book} → {book}" in output

    def test_the_book_in_use_is_the_new_one(self, book, capsys, monkeypatch):
        monkeypatch.chdir(book.parent)
        assert run(["diff", "--git", "HEAD", *AT]) == 1
        assert "pierden sáb 12:00 a 13:00" in capsys.readouterr().out

    @pytest.mark.parametrize("revision", ["nope", "--version", "-x", "", ":/", "HEAD:contacts.toml", "a\nb"])
    def test_an_unknown_revision_is_refused_in_words(self, book, revision, capsys):
        assert run(["diff", f"--git={revision}", str(book), "--lang", "en"]) == 2
        assert "the repository has no revision" in capsys.readouterr().err

    def test_a_file_that_the_revision_lacks_is_refused_in_words(self, book, capsys):
        other = book.with_name("other.toml")
        other.write_text(DEFAULT_TEXT)
        assert run(["diff", "--git", "HEAD", str(other), "--lang", "en"]) == 2
        assert "the revision HEAD does not have this file" in capsys.readouterr().err

    def test_a_folder_without_a_repository_is_refused_in_words(self, books, capsys):
        assert run(["diff", "--git", "HEAD", books[0], "--lang", "en"]) == 2
        assert "is in no git repository that git trusts" in capsys.readouterr().err

    def test_a_missing_git_is_told_in_words(self, book, capsys, monkeypatch):
        monkeypatch.setenv("PATH", "/nowhere")
        assert run(["diff", "--git", "HEAD", str(book), "--lang", "en"]) == 2
        assert "git is not installed" in capsys.readouterr().err

    def test_a_bad_book_of_a_revision_is_told_with_the_revision(self, book, capsys):
        good = book.read_text()
        book.write_text("[book]\n")
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qam", "two"],
            cwd=book.parent,
            check=True,
        )
        book.write_text(good)
        assert run(["diff", "--git", "HEAD", str(book), "--lang", "en"]) == 2
        assert f"HEAD:{book}:1: book.title: is missing" in capsys.readouterr().err
