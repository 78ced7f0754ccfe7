"""What a mistaken author types, and the sentence that answers. The sentences are our interface: asserted whole."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.diaries import read

SOURCE = "content/workshops/a-post/index.md"

MISTAKES = [
    (
        "an unknown field",
        "titel: Hello",
        "3: there is no field “titel” here; did you mean “title”? [unknown-key]",
    ),
    (
        "an unknown field that is like no other",
        "comments:\n  xyzzy: 1",
        "4: Comments: there is no field “xyzzy” here; the fields here are open, closes, prompt, provider [unknown-key]",
    ),
    (
        "a misspelt status",
        "status: publishd",
        '3: Status: found "publishd"; write one of draft, published or hidden; did you mean “published”? [not-a-choice]',
    ),
    (
        "a count in words",
        "workshop:\n  attendance:\n    - group: Housing\n      count: three",
        '6: Workshop, attendance, number 1, “Housing”, count: found "three"; write a whole number, such as 3 [not-a-number]',
    ),
    (
        "a count less than nothing",
        "workshop:\n  number: -1",
        '4: Workshop, number: found "-1"; a count cannot be less than 0; write a whole number, such as 3 [not-a-number]',
    ),
    (
        "yes where true is meant",
        "comments:\n  open: yes",
        '4: Comments, open: found "yes"; write true or false [not-a-choice]',
    ),
    (
        "an id with spaces and capitals",
        "ideas:\n  - id: Perfect Plumbers\n    name: Perfect Plumbers",
        '4: Ideas, idea 1, “Perfect Plumbers”, id: found "Perfect Plumbers"; write lower-case words with hyphens, such as “perfect-plumbers” [not-an-id]',
    ),
    (
        "an id without a letter",
        "ideas:\n  - id: “\n    name: Nothing",
        '4: Ideas, idea 1, “Nothing”, id: found "“"; write lower-case words with hyphens, such as “our-first-workshop” [not-an-id]',
    ),
    (
        "a required field left out",
        "ideas:\n  - id: unique",
        "4: Ideas, idea 1, “unique”, name: this is missing; add a line “name: …” with what it is called [missing-field]",
    ),
    (
        "a required field left blank",
        "ideas:\n  - id: unique\n    name:",
        "5: Ideas, idea 1, “unique”, name: this is missing; add a line “name: …” with what it is called [missing-field]",
    ),
    (
        "a list where one value belongs",
        "author: [Robin, Sam]",
        "3: Author: found a list; write one value [wrong-shape]",
    ),
    (
        "fields where one value belongs",
        "author:\n  name: Robin",
        "4: Author: found several fields; write one value [wrong-shape]",
    ),
    (
        "one value where fields belong",
        "feedback: very good",
        '3: Feedback: found "very good"; write its fields below it: ratings, went_well, even_better_if, quotes, mood [wrong-shape]',
    ),
    (
        "a list where fields belong",
        "workshop: [1, 2]",
        "3: Workshop: found a list; write its fields below it: number, name, start, end, venue, status, previously, "
        "aims, facilitators, attendance, ground_rules, access [wrong-shape]",
    ),
    (
        "empty quotes",
        'summary: ""',
        '3: Summary: found ""; write something between the quotes, or leave the field out [empty-field]',
    ),
    (
        "two paragraphs where one belongs",
        "summary: |\n  One.\n\n  Two.",
        '3: Summary: found "One. Two."; this has more than one paragraph; write it in one [wrong-shape]',
    ),
    (
        "a feeling off the scale",
        "journeys:\n  - id: way-out\n    title: The way out\n    stages:\n      - name: Leaving\n        feeling: 5",
        '8: Journeys, number 1, “The way out”, stages, number 1, “Leaving”, feeling: found "5"; write a whole number from -2 to 2 [not-a-number]',
    ),
    (
        "a focus off the picture",
        "photos:\n  - file: index.md\n    alt: A table\n    people: none\n    focus: {x: 1.5, y: 0}",
        '7: Photos, photo 1, “index.md”, focus, x: found "1.5"; write a number from 0 to 1 [not-a-number]',
    ),
    (
        "a path of somebody's own computer",
        "image: C:\\photos\\a.jpg",
        '3: Image: found "C:\\photos\\a.jpg"; write the name of a file that lies beside the post, such as photos/blueprint.jpg [not-a-file-name]',
    ),
    (
        "a path that leads outside",
        "image: ../secret.jpg",
        '3: Image: found "../secret.jpg"; write the name of a file that lies beside the post, such as photos/blueprint.jpg [not-a-file-name]',
    ),
    (
        "a file that is not there",
        "photos: {file: photos/missing.jpg, people: none, alt: A table}",
        '3: Photos, photo 1, “photos/missing.jpg”, file: found "photos/missing.jpg"; no such file lies beside this post [missing-file]',
    ),
    (
        "half a web address",
        "agenda:\n  - title: Talk\n    materials: {title: Slides, url: www.example.org}",
        '5: Agenda, part 1, “Talk”, materials, number 1, “Slides”, url: found "www.example.org"; write https://www.example.org [not-a-web-address]',
    ),
    (
        "a script for a web address",
        "agenda:\n  - title: Talk\n    materials: {title: Slides, url: 'javascript:alert(1)'}",
        '5: Agenda, part 1, “Talk”, materials, number 1, “Slides”, url: found "javascript:alert(1)"; '
        "write a whole web address, such as https://www.example.org/page [not-a-web-address]",
    ),
    (
        "scores that are no numbers",
        "votes:\n  - {id: v, question: Which?, method: score, options: [{name: A, scores: {many: 3}}]}",
        '4: Votes, vote 1, “Which?”, options, option 1, “A”, scores, many: found "many"; write a score, such as 5 [not-a-number]',
    ),
    (
        "scores counted in words",
        "votes:\n  - {id: v, question: Which?, method: score, options: [{name: A, scores: {5: few}}]}",
        '4: Votes, vote 1, “Which?”, options, option 1, “A”, scores, 5: found "few"; write a whole number, such as 3 [not-a-number]',
    ),
    (
        "scores that are a number",
        "votes:\n  - {id: v, question: Which?, method: score, options: [{name: A, scores: 4}]}",
        "4: Votes, vote 1, “Which?”, options, option 1, “A”, scores: write each score and how many gave it, such as {5: 3, 4: 1} [wrong-shape]",
    ),
    (
        "a language in words",
        "lang: English",
        '3: Lang: found "English"; write a language tag, such as en-GB or cy [not-a-choice]',
    ),
    (
        "a reference that is none",
        "answers:\n  - {to: the hand-outs, did: We made them., status: done}",
        '4: Answers, number 1, to: found "the hand-outs"; '
        "write the id of something in this post, or file-slug#id for something in another [not-an-id]",
    ),
    (
        "an idea that nobody had",
        "votes:\n  - {id: v, question: Which?, method: not-known, counts: not-kept, chosen: A, options: [{name: A, idea: uniqe}, B]}\n"
        "ideas:\n  - {id: unique, name: Unique}",
        '4: Votes, vote 1, “Which?”, options, option 1, “A”, idea: found "uniqe"; there is no idea of that id here; did you mean “unique”? [link-to-nothing]',
    ),
    (
        "a post that nobody wrote",
        "answers:\n  - {to: a-pots#hand-outs, did: We made them., status: done}",
        '4: Answers, number 1, to: found "a-pots#hand-outs"; there is no post called “a-pots”; did you mean “a-post”? [link-to-nothing]',
    ),
    (
        "a reference to something else",
        "answers:\n  - {to: a-post#unique, did: We made them., status: done}\nideas:\n  - {id: unique, name: Unique}",
        '4: Answers, number 1, to: found "a-post#unique", which is something else; write the id of a thing that was asked for [link-to-nothing]',
    ),
    (
        "an id given twice",
        "ideas:\n  - {id: unique, name: Unique}\npersonas:\n  - {id: unique, name: Sam, composite: true}",
        '6: Personas, number 1, “Sam”, id: found "unique" a second time in this file; give each its own id [used-twice]',
    ),
    (
        "a persona who is somebody",
        "personas:\n  - {id: sam, name: Sam, composite: false}",
        '4: Personas, number 1, “Sam”, composite: found "false"; a persona stands for many people and is never one real person: '
        "write “composite: true” once that is so, or take the persona out [real-persona]",
    ),
    (
        "a photo without words",
        "photos:\n  - {file: index.md, people: none}",
        "4: Photos, photo 1, “index.md”, alt: this is missing; say in a sentence what the photo shows, "
        "or write “decorative: true” when there is nothing to say [missing-description]",
    ),
    (
        "a photo both described and decorative",
        "photos:\n  - {file: index.md, people: none, alt: A table, decorative: true}",
        "4: Photos, photo 1, “index.md”, decorative: a photo is either described (alt) or decorative; keep one of the two [missing-description]",
    ),
    (
        "a region without an inside",
        "photos:\n  - {file: index.md, people: none, alt: A table, blur: {x: 0.1, y: 0.1, w: 0.2, h: 0}}",
        "4: Photos, photo 1, “index.md”, blur, number 1: this region hides nothing; draw it over what nobody should recognise [blur-hides-nothing]",
    ),
    (
        "a region outside the picture",
        "photos:\n  - {file: index.md, people: none, alt: A table, blur: [{x: 1, y: 0.1, w: 0.2, h: 0.2}]}",
        "4: Photos, photo 1, “index.md”, blur, number 1: this region hides nothing; draw it over what nobody should recognise [blur-hides-nothing]",
    ),
    (
        "words that every picture brings",
        "photos:\n  - {file: index.md, people: none, alt: A photo of a table}",
        "4: Photos, photo 1, “index.md”, alt: “A photo of” is heard with every picture already; begin with what it shows [description-to-better]",
    ),
    (
        "the name of a file for words",
        "photos:\n  - {file: index.md, people: none, alt: IMG_2041.jpg}",
        "4: Photos, photo 1, “index.md”, alt: “IMG_2041.jpg” is the name of a file; say what the picture shows [description-to-better]",
    ),
    (
        "a face without consent",
        "photos:\n  - {file: index.md, people: recognisable, alt: Sam at a table}",
        "4: Photos, photo 1, “index.md”, consent: this is missing; a photo of somebody who can be recognised needs their consent: "
        "write its id, as in content/consent.yml [consent-missing]",
    ),
]


@pytest.mark.parametrize(("typed", "answer"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_is_answered_in_one_plain_sentence(tmp_path: Path, typed: str, answer: str) -> None:
    """One mistake, one finding, at its line."""
    workshop = "" if "workshop:" in typed else "\nworkshop: {status: held}"
    text = f"---\ntitle: A post\n{dedent(typed)}{workshop}\ndate: 2016-10-10\n---\nWords.\n"
    _, problems = read(tmp_path, workshops__a_post=text)
    assert [str(problem) for problem in problems] == [f"{SOURCE}:{answer}"]
