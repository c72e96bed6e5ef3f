// The session's data: numbers of all items at once, their bodies in blocks that are unpacked when they are shown.

const COLUMNS = 7;
const KEPT_BLOCKS = 64;
const KEPT_TEXTS = 16;

async function unpack(element) {
  const letters = element.textContent;
  let bytes;
  if (Uint8Array.fromBase64) {
    bytes = Uint8Array.fromBase64(letters);
  } else {
    const binary = atob(letters);
    bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** The latest uses of what can be had again. */
class Recent {
  constructor(size) {
    this.size = size;
    this.map = new Map();
  }

  get(key) {
    const value = this.map.get(key);
    if (value !== undefined) {
      this.map.delete(key);
      this.map.set(key, value);
    }
    return value;
  }

  set(key, value) {
    this.map.set(key, value);
    if (this.map.size > this.size) this.map.delete(this.map.keys().next().value);
  }
}

export class Session {
  constructor(document) {
    this.blocks = [...document.querySelectorAll("script.block")];
    this.blobs = [...document.querySelectorAll("script.blob")];
    this.index = document.querySelectorAll("script.index");
    this.headElement = document.querySelector("script.head");
    this.items = [];
    this.bodies = new Recent(KEPT_BLOCKS);
    this.texts = new Recent(KEPT_TEXTS);
  }

  /** What is needed before anything is shown. */
  async open() {
    const head = JSON.parse(await unpack(this.headElement));
    Object.assign(this, head);
    this.index.forEach((element, block) => {
      const numbers = JSON.parse(element.textContent);
      for (let at = 0, place = 0; at < numbers.length; at += COLUMNS, place++) {
        this.items.push({
          number: numbers[at],
          kind: this.kinds[numbers[at + 1]],
          thread: numbers[at + 2],
          turn: numbers[at + 3],
          start: numbers[at + 4],
          took: numbers[at + 5],
          lines: numbers[at + 6],
          block,
          place,
        });
      }
    });
    this.items.sort((a, b) => a.number - b.number);
    return this;
  }

  /** The body of an item, or undefined: then it is fetched, and `then` called. */
  body(item, then) {
    const known = this.bodies.get(item.block);
    if (Array.isArray(known)) return known[item.place];
    this.block(item.block).then(then);
    return undefined;
  }

  /** All bodies of a block. */
  block(number) {
    const known = this.bodies.get(number);
    if (known !== undefined) return Promise.resolve(known);
    const loading = unpack(this.blocks[number]).then((text) => {
      const bodies = JSON.parse(text);
      this.bodies.set(number, bodies);
      return bodies;
    });
    this.bodies.set(number, loading);
    return loading;
  }

  /** A long text that is not in its body. */
  text(number) {
    let text = this.texts.get(number);
    if (text === undefined) {
      text = unpack(this.blobs[number]);
      this.texts.set(number, text);
    }
    return text;
  }

  /**
   * The numbers of the items in which a text is, whatever its case.
   * `progress` is called now and then with what was found so far, and stops the search by returning false.
   */
  async search(words, progress) {
    const wanted = words.toLowerCase();
    const found = new Set();
    const byBlock = new Map();
    for (const item of this.items) {
      if (!byBlock.has(item.block)) byBlock.set(item.block, []);
      byBlock.get(item.block).push(item);
    }
    let pause = performance.now();
    for (const [number, items] of byBlock) {
      const known = this.bodies.get(number);
      const bodies = Array.isArray(known) ? known : JSON.parse(await unpack(this.blocks[number]));
      for (const item of items) {
        if (await this.#has(bodies[item.place], wanted)) found.add(item.number);
      }
      if (performance.now() - pause > 50) {
        if (!progress(found, false)) return found;
        await new Promise((resolve) => setTimeout(resolve));
        pause = performance.now();
      }
    }
    progress(found, true);
    return found;
  }

  async #has(value, wanted) {
    if (typeof value === "string") return value.toLowerCase().includes(wanted);
    if (value === null || typeof value !== "object") return String(value).includes(wanted);
    if (value.blob !== undefined && value.head !== undefined) {
      if (value.head.toLowerCase().includes(wanted)) return true;
      return (await unpack(this.blobs[value.blob])).toLowerCase().includes(wanted);
    }
    for (const one of Object.values(value)) {
      if (await this.#has(one, wanted)) return true;
    }
    return false;
  }
}
