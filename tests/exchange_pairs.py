"""Invented articles and pairs for the tests of files in and out."""

PARAGRAPHS = (
    "Alderton city council voted 7-4 on Tuesday to close Millbrook Bridge for nine weeks.",
    "“The closure will begin on 3 March,” said transport director Ines Calder. “It can’t wait.”",
    "The work will cost about £2.4 million, most of it paid by a grant. The café owners protest.",
    "Inspectors found cracks in two support beams in October, although they rated the risk as low.",
    "The bridge, built in 1961, carries about 9,000 vehicles a day across the river Fenn.",
    "Bus routes 4 and 11 will be diverted through Fenwick Street until the work is done.",
)

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>City to close bridge | The Ledger</title>
<meta property="og:title" content="City to close Millbrook Bridge">
<meta property="og:site_name" content="The Ledger"><meta name="author" content="Priya Nair">
<meta property="article:published_time" content="2026-03-01T10:00:00Z">
<meta name="description" content="Nine weeks of detours await drivers.">
<link rel="canonical" href="https://ledger.example/bridge"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>City to close Millbrook Bridge</h1>
<p class="standfirst">Nine weeks of detours await drivers.</p>
<p class="byline">By Priya Nair</p><p><time>1 March 2026</time></p>
<figure><img src="bridge.jpg"><figcaption>The bridge in autumn.</figcaption></figure>
{body}
<div class="promo">Sign up for our newsletter</div>
<p>The council meets again in April to hear how the work has gone so far.</p></article>
<aside><h2>Most read</h2><ul><li>Dog wins election</li>
<li>City to close Millbrook Bridge</li></ul></aside>
<footer>Copyright The Ledger</footer><script>var hidden = "never shown";</script>
<div style="display: none">Nor is this</div></body></html>
""".replace("{body}", "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
