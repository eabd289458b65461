"""`shutro read`: shapes of output, exit codes, and one line for each page that fails."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from shutro.cli.main import app

BODY = (
    "কুসুমপুরের চরভাঙ্গায় নদীভাঙনে এক রাতে অন্তত ৪০টি বাড়ি বিলীন হয়েছে। শনিবার রাতে ভাঙন শুরু হয়।",
    "উপজেলা নির্বাহী কর্মকর্তা বলেন, ভাঙনে ঘর হারানো পরিবারগুলোকে বিদ্যালয়ে আশ্রয় দেওয়া হয়েছে।",
    "পানি উন্নয়ন বোর্ড জানায়, নদীর পানি গত তিন দিনে দেড় মিটার বেড়েছে।",
)
HEADLINE = "চরভাঙ্গায় এক রাতে বিলীন ৪০ বাড়ি"
PAGE = f"{HEADLINE}\n\nশাহানা পারভীন\n\nপ্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম\n\n" + "\n\n".join(BODY)


def read(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *arguments], input=stdin)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_text(page):
    done = read(page)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:3] == [HEADLINE, "শাহানা পারভীন", "published 2024-10-13T08:10:00+06:00"]
    assert done.stdout.rstrip().endswith(BODY[-1])
    assert done.stderr == ""


def test_json_is_an_object_a_line_whose_offsets_hold(page):
    done = read("--json", page, page)
    one, two = (json.loads(line) for line in done.stdout.splitlines())
    assert one == two
    assert one["headline"] == HEADLINE
    assert one["published"]["value"] == "2024-10-13T08:10:00+06:00"
    assert [one["text"][start:end] for start, end in one["paragraphs"]] == one["body"] == list(BODY)


def test_markdown(page):
    assert read("--markdown", page).stdout.startswith(f"# {HEADLINE}\n\nশাহানা পারভীন  \npublished 2024")


def test_standard_input():
    assert read("-", stdin=PAGE).stdout.splitlines()[0] == HEADLINE


def test_a_folder_goes_on_past_what_cannot_be_read_and_says_so(tmp_path, page):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.bin").write_bytes(bytes(1000))
    (tmp_path / "latin.txt").write_text("Only English words on this page, nothing else.")
    (tmp_path / "list.html").write_text(
        "<html><body>" + "".join(f"<h2><a href='/{n}'>নদীর খবরের শিরোনাম নম্বর {n}</a></h2>" for n in range(30))
    )
    done = read(str(tmp_path), str(tmp_path / "absent.html"))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == HEADLINE
    told = [line.removeprefix(f"{tmp_path}/") for line in done.stderr.splitlines()]
    assert told == [
        "empty.txt: no bytes",
        "latin.txt: hardly a Bangla letter in it",
        "list.html: no running text",
        "noise.bin: binary data",
        "absent.html: no such file or folder",
    ]


def test_the_teasers_of_a_listing_page(tmp_path):
    path = tmp_path / "list.html"
    path.write_text(
        "<html><body><nav><a href='/s'>জাতীয়</a></nav><div><a href='https://a.example/1'>নদীর পাড়ে"
        " নতুন বাঁধের কাজ শুরু</a>"
        "<time>২ ঘণ্টা আগে</time></div><div><a href='/2'>শীতলাই বাজারে পেঁয়াজের দাম কমল</a></div>"
        "</body></html>"
    )
    assert read("--teasers", str(path)).stdout.splitlines() == [
        "নদীর পাড়ে নতুন বাঁধের কাজ শুরু\thttps://a.example/1\t২ ঘণ্টা আগে",
        "শীতলাই বাজারে পেঁয়াজের দাম কমল\t/2\t",
    ]


@pytest.mark.parametrize("arguments", [(), ("--json", "--markdown", "x"), ("--no-such-option", "x")])
def test_wrong_use_exits_with_2(arguments):
    done = read(*arguments)
    assert done.exit_code == 2
    assert done.stderr
