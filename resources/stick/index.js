"use strict";

// Lower case without marks, đ as d; as long as the text in NFC, so that places in the one are places in the other.
function fold(text) {
  return Array.from(text.normalize("NFC"), (letter) => {
    const base = letter.normalize("NFD")[0].toLowerCase();
    const plain = base === "đ" || base === "ð" ? "d" : base;
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

function wordsOf(query) {
  return fold(query).split(/\s+/).filter((word) => word !== "");
}

// criteria: [{parent: index or -1, state, field, isLeaf, head, text, rows: [text]}], parents first, all folded.
// A row fits with the words of its criterion's head, a criterion by its head and its text.
// Returns {shown: [true where a criterion or one below it fits], rows: [[true where a row fits]], criteria, evidence}.
function choose(criteria, words, field, states) {
  const fits = (text) => words.every((word) => text.includes(word));
  const shown = criteria.map(() => false);
  const rows = criteria.map(() => []);
  let leaves = 0;
  let evidence = 0;
  for (let place = criteria.length - 1; place >= 0; place--) {
    const one = criteria[place];
    const isWanted = (field === "" || one.field === field)
      && (states.length === 0 || (one.isLeaf ? states.includes(one.state) : false));
    rows[place] = one.rows.map((row) => isWanted && fits(one.head + " " + row));
    const found = rows[place].filter(Boolean).length;
    const isFound = isWanted && (found > 0 || fits(one.head + " " + one.text));
    evidence += found;
    leaves += isFound && one.isLeaf ? 1 : 0;
    shown[place] = shown[place] || isFound;
    if (shown[place] && one.parent >= 0) {
      shown[one.parent] = true;
    }
  }
  return { shown, rows, criteria: leaves, evidence };
}

function spoken(words, facts) {
  return words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

function start() {
  const byId = (id) => document.getElementById(id);
  const query = byId("query");
  const field = byId("field");
  const buttons = Array.from(byId("states").children);
  const sections = Array.from(document.querySelectorAll("section.criterion"));
  const own = (section, selector) => Array.from(section.querySelectorAll(selector))
    .filter((element) => element.closest("section") === section);
  const textOf = (elements) => elements.map((element) => element.textContent).join(" ");
  const rowsOf = sections.map((section) => own(section, "tbody tr"));
  const criteria = sections.map((section, place) => ({
    parent: sections.indexOf(section.parentElement.closest("section.criterion")),
    state: section.dataset.state,
    field: section.dataset.field,
    isLeaf: section.classList.contains("leaf"),
    head: fold(textOf(own(section, "header, .lead_unit"))),
    text: fold(textOf(own(section, ".facts, .text"))),
    rows: rowsOf[place].map((row) => fold(textOf(Array.from(row.cells)))),
  }));
  const opened = new Set();
  const wholeText = (element) => fold(element.textContent);
  let waiting = 0;

  function mark(words) {
    if (!window.CSS || !CSS.highlights) {
      return;
    }
    const ranges = [];
    if (words.length > 0) {
      const walker = document.createTreeWalker(byId("criteria"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length < 2000) {
        const node = walker.currentNode;
        const text = wholeText(node);
        if (text.length === node.length) {
          for (const word of words) {
            for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
              ranges.push(new StaticRange({
                startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length,
              }));
            }
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function show() {
    waiting = 0;
    const words = wordsOf(query.value);
    const states = buttons.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.state);
    const chosen = choose(criteria, words, field.value, states);
    sections.forEach((section, place) => {
      section.hidden = !chosen.shown[place];
      const isOpen = opened.has(place);
      let rest = 0;
      rowsOf[place].forEach((row, number) => {
        row.hidden = !isOpen && !chosen.rows[place][number];
        rest += row.hidden ? 1 : 0;
      });
      own(section, "table").forEach((table) => { table.hidden = rest === rowsOf[place].length; });
      own(section, ".more").forEach((more) => {
        more.hidden = rest === 0;
        more.textContent = spoken(more.dataset.words, { count: rest });
      });
    });
    byId("nothing").hidden = chosen.shown.some(Boolean);
    byId("clear").hidden = words.length === 0 && field.value === "" && states.length === 0;
    byId("count").textContent = spoken(byId("count").dataset.words, { criteria: chosen.criteria, rows: chosen.evidence });
    mark(words);
  }

  function soon() {
    opened.clear();
    later();
  }

  function later() {
    if (!waiting) {
      waiting = requestAnimationFrame(show);
    }
  }

  function clear() {
    query.value = "";
    field.value = "";
    buttons.forEach((button) => button.setAttribute("aria-pressed", "false"));
    query.focus();
    soon();
  }

  function step(by) {
    const links = Array.from(document.querySelectorAll("#criteria a.original")).filter((link) => link.offsetParent);
    const place = links.indexOf(document.activeElement) + by;
    if (place < 0 || links.length === 0) {
      query.focus();
    } else {
      links[Math.min(place, links.length - 1)].focus();
    }
  }

  sections.forEach((section, place) => own(section, ".more").forEach((more) => more.addEventListener("click", () => {
    opened.add(place);
    later();
  })));
  query.addEventListener("input", soon);
  field.addEventListener("change", soon);
  byId("clear").addEventListener("click", clear);
  buttons.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    soon();
  }));
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const isChoosing = document.activeElement === field;
    if ((event.key === "/" && isPlain && document.activeElement !== query) || (event.key === "k" && event.ctrlKey)) {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (event.key === "Escape" && isPlain) {
      clear();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && isPlain && !isChoosing) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  byId("tools").hidden = false;
  byId("keys").hidden = false;
  query.focus();
  show();
}

if (typeof document !== "undefined") {
  start();
}
