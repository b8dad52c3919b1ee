import pytest

from bot.sandbox.entities import completed, found_in, to_html, trimmed
from bot.sandbox.errors import ApiError
from bot.sandbox.markup import parse


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<STRONG>a</STRONG>", "a", [("bold", 0, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<code>a</code>", "a", [("code", 0, 1)]),
        ("<pre>a</pre>", "a", [("pre", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("🇺🇦<b>є</b>", "🇺🇦є", [("bold", 4, 1)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#39; &#x456;", 'a <b> & "c" \' і', []),
        ("&lt&#65", "<A", []),
        ("<i   >a</i  >", "a", [("italic", 0, 1)]),
        ("5 > 3 & 2 &nbsp;", "5 > 3 & 2 &nbsp;", []),
        ("<b></b>x", "x", []),
        ("<b>a<i>b</></>", "ab", [("italic", 1, 1), ("bold", 0, 2)]),
    ],
)
def test_html_becomes_text_and_entities(source, text, entities):
    parsed, found = parse(source)
    assert parsed == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


def test_link_keeps_its_address():
    assert parse('<a href="https://gov.ua/?a=1&amp;b=2">x</a>')[1] == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://gov.ua/?a=1&b=2"}
    ]


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ('<a href="https://gov.ua">x</a>', "https://gov.ua/"),
        ("<a href = 'gov.ua?a' >x</a>", "http://gov.ua/?a"),
        ("<a href=gov.ua>x</a>", "http://gov.ua/"),
        ("<a>gov.ua</a>", "http://gov.ua/"),
        ('<a href="https://gov.ua/a#b">x</a>', "https://gov.ua/a#b"),
        ('<a href="gov.ua/a:b">x</a>', "http://gov.ua/a:b"),
        ('<a href="tg://resolve?domain=x">x</a>', "tg://resolve?domain=x"),
    ],
)
def test_address_of_a_link_is_normalised(source, url):
    assert parse(source)[1][0]["url"] == url


def test_link_without_usable_address_is_text():
    assert parse('<a href="javascript:alert(1)">x</a>') == ("x", [])


def test_language_of_a_block_of_code_is_read():
    _, found = parse('<pre><code class="language-python">x</code></pre>')
    assert found == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


def test_custom_emoji_keeps_its_id():
    assert parse('<tg-emoji emoji-id="5368">👍</tg-emoji>')[1][0]["custom_emoji_id"] == "5368"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("я <br>", 'Unsupported start tag "br" at byte offset 3'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=https://gov.ua/>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<i  a  =  1,>a</i>", "Unexpected end of name token at byte offset 10"),
        ("<i =a>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a = ", 'Unclosed start tag "i" at byte offset 0'),
        ("&#57311;", "Text contains invalid Unicode characters after decoding HTML entities"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source, reason):
    with pytest.raises(ApiError) as refusal:
        parse(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("/start@some_bot payload", [("bot_command", 0, 15)]),
        ("a/b 1/2", []),
        ("🙂 @olena_k", [("mention", 3, 8)]),
        ("див. https://gov.ua/a?b=c.", [("url", 5, 20)]),
        ("на gov.ua, ok", [("url", 3, 6)]),
        ("a@b.org", [("email", 0, 7)]),
        ("#дороги", [("hashtag", 0, 7)]),
        ("+380 44 123 45 67", [("phone_number", 0, 17)]),
    ],
)
def test_telegram_finds_entities_by_itself(text, expected):
    assert [(one["type"], one["offset"], one["length"]) for one in found_in(text)] == expected


def test_nothing_is_found_inside_code():
    text, given = parse("<code>/start</code> /help")
    assert [one["type"] for one in completed(text, given)] == ["code", "bot_command"]


def test_trimming_moves_entities():
    text, found = trimmed(*parse("  \n<b>a</b> <i> </i>"))
    assert (text, found) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


@pytest.mark.parametrize(
    "source",
    [
        "<b>a<i>b</i></b> &lt;c&gt;",
        '<a href="https://gov.ua/?a=1&amp;b=2">x</a>',
        "<blockquote expandable>🇺🇦 <code>x</code></blockquote>",
        '<pre><code class="language-sql">SELECT</code></pre>',
    ],
)
def test_entities_become_the_same_html_again(source):
    assert to_html(*parse(source)) == source
