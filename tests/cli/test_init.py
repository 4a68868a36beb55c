"""New books: every one that is written passes the book's own check."""

import csv
import errno
import io
import os
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk_tui.cli.contacts_in import read_csv, typed_contact
from helpdesk_tui.cli.main import run
from helpdesk_tui.cli.new_book import NewBook, problems_of, toml_of
from tests.cli.program import book
from tests.support import DESK_TEXT
from tests.support import problems_of as problems_in

FLAGS = ["--title", "Mesa de ayuda", "--timezone", "America/Bogota", "--lang", "en"]
PHONE = ["--channel", "Teléfono=+57 601 7442727 ext 12"]


def written(path="contacts.toml"):
    content = Path(path).read_bytes()
    assert problems_in(content) == []
    return tomllib.loads(content.decode())


def test_flags_make_a_book_that_passes_check(cli):
    ran = cli(
        "init",
        *FLAGS,
        *PHONE,
        "--channel",
        "Chat=https://example.com/chat",
        "--hours",
        "Mo-Fr 08:00-18:00",
        "--country",
        "CO",
        "--language",
        "es",
    )
    assert (ran.code, ran.err) == (0, "")
    assert "contacts.toml is written; next: helpdesk-tui check" in ran.out
    made = written()
    assert made["book"] == {
        "title": "Mesa de ayuda",
        "language": "es",
        "timezone": "America/Bogota",
        "country": "CO",
    }
    phone = {"name": "Teléfono", "telephone": "+57 601 7442727", "extensions": ["12"], "hours": "hours-1"}
    assert made["channels"]["telefono"] == phone
    assert made["channels"]["chat"]["url"] == "https://example.com/chat"
    assert made["requests"]["support"]["route"] == ["telefono", "chat"]
    assert "# Cuándo atiende un canal" in Path("contacts.toml").read_text()
    assert cli("check").code == 0
    assert cli("who", "1").code in (0, 1)


def test_a_bar_in_a_number_is_no_extension(cli):
    ran = cli("init", *FLAGS, "--channel", "A=+57 601 7442727|12")
    assert (ran.code, "channels.a.telephone" in ran.err) == (2, True)


def test_hours_that_nobody_gave_are_not_invented(cli):
    assert cli("init", *FLAGS, *PHONE).code == 0
    assert "hours" not in written()["channels"]["telefono"]


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        pytest.param(errno.ENOENT, "x.toml: no se puede escribir: su carpeta no existe", id="no folder"),
        pytest.param(
            errno.ESTALE, f"x.toml: no se puede escribir: error {errno.ESTALE} del sistema", id="another"
        ),
    ],
)
def test_why_a_book_cannot_be_written_is_said_in_the_readers_language(cli, monkeypatch, error, problem):
    def fail(*_, **__):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("helpdesk_tui.cli.new_book.save", fail)
    ran = cli("init", "x.toml", *FLAGS[:4], *PHONE, "--lang", "es")
    assert (ran.code, ran.err.strip()) == (2, problem)


def test_nothing_is_overwritten(cli):
    book()
    ran = cli("init", *FLAGS, *PHONE)
    assert ran.code == 2
    assert "is there already" in ran.err
    assert Path("contacts.toml").read_text() == DESK_TEXT


def test_a_link_to_nowhere_is_not_written_through(cli):
    os.symlink("elsewhere.toml", "contacts.toml")
    assert cli("init", *FLAGS, *PHONE).code == 2
    assert not Path("elsewhere.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        pytest.param([*PHONE], "init needs --title", id="no title and no terminal"),
        pytest.param([*FLAGS], "or --from-csv", id="no channel"),
        pytest.param(
            [*FLAGS[:2], "--timezone", "Bogota", *PHONE],
            "book.timezone: Bogota is not known; did you mean America/Bogota?",
            id="zone",
        ),
        pytest.param([*FLAGS, "--channel", "a=b"], "channels.a.telephone: must start with +", id="contact"),
        pytest.param(
            [*FLAGS, "--channel", "=a@example.com"], "channels.channel-1.name: is empty", id="no name"
        ),
        pytest.param(
            [*FLAGS, "--channel", "a\x1b[1m=a@example.com"],
            "holds a control character (U+001B)",
            id="control character",
        ),
        pytest.param([*FLAGS, *PHONE, "--hours", "Lu-Vi 8-18"], "hours.hours-1.weekly", id="hours"),
        pytest.param(
            [*FLAGS, *PHONE, "nowhere/contacts.toml"],
            "cannot be written: its folder is not there",
            id="no folder",
        ),
        pytest.param([*FLAGS, "--from-csv", "nowhere.csv"], "there is no such file", id="no CSV"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(cli, arguments, problem):
    ran = cli("init", "--lang", "en", *arguments)
    assert ran.code == 2
    assert problem in ran.err
    assert not [name for name in os.listdir() if "contacts" in name]


CSV = "Nombre;Teléfono;Correo;Horario;Jefe\nSoporte;+57 601 7442727;;Mo-Fr 08:00-18:00;Ana\nBuzón;;a@example.com;;\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_of_contacts_is_matched_by_its_titles(cli, encoding):
    Path("in.csv").write_bytes(CSV.encode(encoding))
    ran = cli("init", *FLAGS, "--from-csv", "in.csv")
    assert ran.code == 0
    assert ran.err.splitlines() == [
        "Nombre → name",
        "Teléfono → telephone",
        "Correo → email",
        "Horario → hours",
        "columns that are not used: Jefe",
    ]
    made = written()
    assert list(made["channels"]) == ["soporte", "buzon"]
    assert made["hours"]["hours-1"]["weekly"] == "Mo-Fr 08:00-18:00"


def test_a_mistake_in_a_csv_is_told_with_its_line(cli):
    Path("in.csv").write_text("name,phone\nA,+57 601 7442727\nB,601 7442727\n")
    ran = cli("init", *FLAGS, "--from-csv", "in.csv")
    assert ran.code == 2
    assert "in.csv:3: channels.b.telephone: must start with +" in ran.err


def test_wrong_hours_in_a_csv_are_told_with_the_line_that_has_them_first(cli):
    Path("in.csv").write_text(
        "name,phone,hours,kind\nA,+57 601 7442727,,\nB,+57 601 7442727,Lu-Vi,\nC,+57 601 7442727,Lu-Vi,\n"
        "D,+57 601 7442727,Ma,level\n"
    )
    ran = cli("init", *FLAGS, "--from-csv", "in.csv")
    assert ran.code == 2
    assert [line.split(": ")[:2] for line in ran.err.splitlines()[4:]] == [
        ["in.csv:3", "hours.hours-1.weekly"],
        ["in.csv:5", "hours.hours-2.weekly"],
    ]


def test_what_is_wrong_beside_a_csv_is_not_blamed_on_it(cli):
    Path("in.csv").write_text("name,phone\nA,+57 601 7442727\nB,601 7442727\n")
    flags = ["--title", "A", "--timezone", "Bogota", "--lang", "en", "--channel", "C=1"]
    ran = cli("init", *flags, "--from-csv", "in.csv")
    assert ran.code == 2
    assert [line.split(": ")[:2] for line in ran.err.splitlines()[2:]] == [
        ["contacts.toml", "book.timezone"],
        ["contacts.toml", "channels.c.telephone"],
        ["in.csv:3", "channels.b.telephone"],
    ]
    assert not Path("contacts.toml").exists()


def test_every_telephone_column_of_a_csv_is_kept(cli):
    Path("in.csv").write_text(
        "Nombre,Teléfono,Celular\nA,+57 601 7442727,'+57 318 7174937\nB,,+57 318 7174938\n"
        "C,+57 601 7442729,+57 601 7442729\n"
    )
    assert cli("init", *FLAGS, "--from-csv", "in.csv").code == 0
    channels = written()["channels"]
    assert channels["a"] == {
        "name": "A",
        "telephone": "+57 601 7442727",
        "telephones": ["+57 318 7174937"],
    }
    assert channels["b"] == {"name": "B", "telephone": "+57 318 7174938"}
    assert channels["c"] == {"name": "C", "telephone": "+57 601 7442729"}


def test_a_second_column_of_one_field_is_told_as_not_used(cli):
    Path("in.csv").write_text("Nombre,Correo,mail,Contacto\nA,a@example.com,b@example.com,Ana\n")
    ran = cli("init", *FLAGS, "--from-csv", "in.csv")
    assert ran.err.splitlines() == [
        "Nombre → name",
        "Correo → email",
        "columns that are not used: mail, Contacto",
    ]
    assert written()["channels"]["a"] == {"name": "A", "email": "a@example.com"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param("", "has no column name", id="empty"),
        pytest.param("x,y\n1,2\n", "its columns are: x, y", id="no name"),
        pytest.param("name,tel\n,\n", "has no contacts", id="no row"),
        pytest.param('name\n"a\n', "is not CSV", id="an open quote"),
    ],
)
def test_a_csv_without_contacts_is_refused(cli, content, problem):
    Path("in.csv").write_text(content)
    ran = cli("init", *FLAGS, "--from-csv", "in.csv")
    assert ran.code == 2
    assert problem in ran.err


def test_what_export_writes_is_read_again(cli, tmp_path):
    book()
    Path("out.csv").write_text(cli("export", "--format", "csv").out, newline="")
    assert cli("init", *FLAGS, "new.toml", "--from-csv", "out.csv").code == 0
    old, new = tomllib.loads(DESK_TEXT), written("new.toml")
    assert list(new["channels"]) == list(old["channels"])
    assert [each["name"] for each in new["escalation"]] == [each["name"] for each in old["escalation"]]
    assert new["channels"]["phone"]["menu"] == old["channels"]["phone"]["menu"]


def test_ids_that_are_not_made_from_names_are_read_again(cli):
    book(
        '[book]\ntitle = "A"\ntimezone = "UTC"\n'
        + "".join(
            f'[channels.{id}]\nname = "{id}"\nemail = "a{number}@example.com"\n'
            for number, id in enumerate(("Phone_1", "phone-1", "-x-", "MAIL"))
        )
        + '[requests.a]\nname = "A"\nroute = ["MAIL"]\n[[escalation]]\nname = "L"\n'
        'channels = ["Phone_1", "-x-", "MAIL"]\n'
    )
    Path("out.csv").write_text(cli("export", "--format", "csv").out, newline="")
    ran = cli("init", *FLAGS, "new.toml", "--from-csv", "out.csv")
    assert ran.code == 0, ran.err
    new = written("new.toml")
    assert list(new["channels"]) == ["Phone_1", "phone-1", "-x-", "MAIL"]
    assert new["escalation"][0]["channels"] == ["Phone_1", "-x-", "MAIL"]


def test_an_id_of_a_csv_is_kept_where_an_earlier_channel_has_that_name(cli):
    Path("in.csv").write_text(
        "id,kind,name,email,channels\nphone,,A,a@example.com,\nphone,,B,b@example.com,\n"
        "level-1,,C,c@example.com,\nno id,,D,d@example.com,\n,level,L,,phone\n"
    )
    assert cli("init", *FLAGS, "--channel", "Phone=+57 601 7442727", "--from-csv", "in.csv").code == 0
    names = {id: each["name"] for id, each in written()["channels"].items()}
    assert names == {"phone-2": "Phone", "phone": "A", "phone-3": "B", "channel-level-1": "C", "no-id": "D"}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def asked(monkeypatch, *answers):
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)


def test_each_answer_is_checked_as_it_is_given(cli, monkeypatch):
    asked(
        monkeypatch,
        "",
        "Mesa",
        "Bogota",
        "America/Bogota",
        "XX",
        "CO",
        "",
        "Teléfono",
        "601 7442727",
        "+57 601 7442727 ext 4",
        "Lu-Vi",
        "Mo-Fr 08:00-18:00",
        "Chat",
        "https://example.com",
        "",
        "",
        "",
    )
    ran = cli("init", "--lang", "es")
    assert ran.code == 0
    for problem in ("está vacío", "America/Bogota", "empezar con +", "Mo"):
        assert problem in ran.err, problem
    made = written()
    assert made["book"] == {"title": "Mesa", "language": "es", "timezone": "America/Bogota", "country": "CO"}
    assert {each["hours"] for each in made["channels"].values()} == {"hours-1"}


def test_requests_are_asked_for_with_their_channels(cli, monkeypatch):
    asked(
        monkeypatch,
        *("Mesa", "UTC", "", "", "Teléfono", "+57 601 7442727", "", "Chat", "https://example.com", "", ""),
        *("Prioridad 1", "", "Quejas", "fax", "chat, TELEFONO", ""),
    )
    ran = cli("init", "--lang", "es")
    assert (ran.code, "fax no existe" in ran.err) == (0, True)
    assert "[telefono, chat]" in ran.err
    requests = written()["requests"]
    assert [(key, each["name"], each["key"], each["route"]) for key, each in requests.items()] == [
        ("prioridad-1", "Prioridad 1", "1", ["telefono", "chat"]),
        ("quejas", "Quejas", "2", ["chat", "telefono"]),
    ]


def test_the_channels_that_are_offered_for_a_request_are_accepted_whatever_their_names(cli, monkeypatch):
    asked(
        monkeypatch,
        *("Mesa", "UTC", "", "", "Chat, online", "a@example.com", "", "Chat", "b@example.com", ""),
        *("Chat", "c@example.com", "", "Chat 2", "d@example.com", "", "", "Support", "", ""),
    )
    ran = cli("init", "--lang", "en")
    assert (ran.code, "[chat-online, chat, chat-2, chat-2-2]" in ran.err) == (0, True), ran.err
    assert written()["requests"]["support"]["route"] == ["chat-online", "chat", "chat-2", "chat-2-2"]


def test_requests_are_given_by_flags_and_a_channel_that_is_not_there_is_told(cli):
    flags = [*FLAGS, *PHONE, "--channel", "Chat=https://example.com"]
    ran = cli(
        "init", *flags, "--request", "Prioridad 1=chat, TELÉFONO", "--request", "Quejas=Chat", "--lang", "en"
    )
    assert ran.code == 0
    requests = written()["requests"]
    assert [(key, each["key"], each["route"]) for key, each in requests.items()] == [
        ("prioridad-1", "1", ["chat", "telefono"]),
        ("quejas", "2", ["chat"]),
    ]
    ran = cli("init", "other.toml", *flags, "--request", "Quejas=fax", "--lang", "en")
    assert (ran.code, "requests.quejas.route: fax is not known" in ran.err) == (2, True)


def test_the_zone_of_the_machine_is_the_default(cli, monkeypatch):
    monkeypatch.setenv("TZ", "America/Bogota")
    asked(monkeypatch, "Mesa", "", "", "", "Chat", "https://example.com", "", "", "")
    ran = cli("init", "--lang", "en")
    assert (ran.code, "Time zone, as America/Bogota [America/Bogota]" in ran.err) == (0, True)
    assert written()["book"]["timezone"] == "America/Bogota"


def test_what_flags_say_is_not_asked(cli, monkeypatch):
    asked(monkeypatch, "", "")
    assert cli("init", *FLAGS, *PHONE[:1], PHONE[1], "--lang", "en").err == ""
    assert written()["channels"].keys() == {"telefono"}


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_nothing_is_asked_where_a_stream_is_no_terminal(cli, monkeypatch, stream):
    asked(monkeypatch, "Mesa", "UTC", "", "", "Chat", "https://example.com", "", "", "")
    monkeypatch.setattr(f"sys.{stream}.isatty", lambda: False)
    ran = cli("init", "--lang", "en")
    assert (ran.code, ran.out, "or a terminal to ask" in ran.err) == (2, "", True)


def test_an_interrupted_init_leaves_nothing(cli, monkeypatch):
    asked(monkeypatch, "Mesa", "America/Bogota")  # the input ends, as ctrl+d and ctrl+c end it
    assert cli("init").code == 130
    assert [name for name in os.listdir() if "contacts" in name] == []


ANY = st.text(max_size=30)
CONTACT = st.one_of(
    ANY,
    st.sampled_from(
        ["+57 601 7442727", "a@example.com", "https://example.com/x", "ext 12", "'+34 913368000"]
    ),
)


@given(
    ANY,
    st.sampled_from(["America/Bogota", "Bogota", ""]),
    st.lists(st.tuples(ANY, CONTACT), min_size=1, max_size=4),
    ANY,
)
@settings(max_examples=150)
def test_a_book_of_flags_is_good_or_refused(title, zone, channels, hours):
    contacts = tuple(typed_contact(f"{name}={way}", hours) for name, way in channels)
    new = NewBook({"title": title, "timezone": zone, "language": "es"}, contacts)
    if problems_of(new) == []:
        made = tomllib.loads(toml_of(new))
        assert made["book"]["title"] == title
        assert [each["name"] for each in made["channels"].values()] == [
            each.fields["name"] for each in contacts
        ]


@given(st.lists(st.lists(CONTACT, min_size=5, max_size=5), min_size=1, max_size=4), st.sampled_from(",;\t"))
@settings(max_examples=60)
def test_the_command_writes_a_good_book_of_any_csv_or_none(rows, delimiter):
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.csv"), Path(folder, "contacts.toml")
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=delimiter)
        writer.writerow(["name", "telephone", "email", "url", "note"])
        writer.writerows(rows)
        source.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
        code = run(["init", str(target), *FLAGS, "--from-csv", str(source)])
        assert sorted(os.listdir(folder)) == (["contacts.toml", "in.csv"] if code == 0 else ["in.csv"])
        if code == 0:
            assert len(written(target)["channels"]) == len(read_csv(str(source)).channels)


NAMES = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=20).filter(
    str.strip
)


@given(st.lists(NAMES, min_size=1, max_size=4))
@settings(max_examples=60)
def test_any_name_that_prints_is_kept(names):
    contacts = tuple(typed_contact(f"{name.replace('=', '')}x=a@example.com") for name in names)
    new = NewBook({"title": names[0], "timezone": "UTC", "language": "en"}, contacts)
    assert problems_of(new) == []
    made = tomllib.loads(toml_of(new))
    assert [each["name"] for each in made["channels"].values()] == [each.fields["name"] for each in contacts]
