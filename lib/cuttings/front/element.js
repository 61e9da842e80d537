// The front end of the reading room. It asks the kernel for what is looked at, and nothing else anywhere.
// Article text is hostile: it becomes text nodes, attributes that hold no address, and nothing else.

function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== "") node.textContent = text;
  return node;
}

function many(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

// Python counts characters by code points, a browser by UTF-16 units.
function points(text) {
  return Array.from(text).length;
}
