import { expect, test } from "vitest";
import { readCells, writeCells } from "./clipboard";
import { readCsv, writeCsv } from "./csv";
import { random, someList } from "./random-lists";
import { cellAt, columnsOf, movedRows, pasted, renamedColumn, rowCount, rowsWith, textsAt, withCells, withColumn, withoutColumn, withoutRows, withRows } from "./table";

const small = "name,title\na,A\nb,\"B\"\nc,C\n";
const done = (change: (csv: ReturnType<typeof readCsv>) => ReturnType<typeof readCsv>, text = small) => writeCsv(change(readCsv(text)));

test("rows are added, removed and moved, and the others stay as they were", () => {
  expect(done((csv) => withRows(csv, 1, [["x"]]))).toBe('name,title\na,A\nx,\nb,"B"\nc,C\n');
  expect(done((csv) => withoutRows(csv, [0, 2]))).toBe('name,title\nb,"B"\n');
  expect(done((csv) => movedRows(csv, 1, 1, -1))).toBe('name,title\nb,"B"\na,A\nc,C\n');
  expect(done((csv) => movedRows(csv, 0, 1, 1))).toBe('name,title\nc,C\na,A\nb,"B"\n');
  expect(done((csv) => movedRows(csv, 0, 0, -1))).toBe(small);
  expect(done((csv) => movedRows(csv, 2, 2, 1))).toBe(small);
});

test("the last line ends as it did", () => {
  const open = "name\r\na\r\nb";
  expect(done((csv) => withRows(csv, 2, [["c"]]), open)).toBe("name\r\na\r\nb\r\nc");
  expect(done((csv) => movedRows(csv, 1, 1, -1), open)).toBe("name\r\nb\r\na");
  expect(done((csv) => withoutRows(csv, [1]), open)).toBe("name\r\na");
  expect(done((csv) => withRows(csv, 0, [["a"]]), "name\n")).toBe("name\na\n");
});

test("columns are added, renamed and removed", () => {
  expect(done((csv) => withColumn(csv, "owner, of it"))).toBe('name,title,"owner, of it"\na,A,\nb,"B",\nc,C,\n');
  expect(done((csv) => renamedColumn(csv, 1, "text"))).toBe('name,text\na,A\nb,"B"\nc,C\n');
  expect(done((csv) => withoutColumn(csv, 0))).toBe('title\nA\n"B"\nC\n');
  expect(done((csv) => withColumn(csv, "name"), "")).toBe("name\n");
});

test("a list of one column keeps its empty rows", () => {
  const text = done((csv) => withRows(csv, 1, [[""]]), "name\na\n");
  expect(text).toBe('name\na\n""\n');
  expect(rowCount(readCsv(text))).toBe(2);
  expect(rowCount(readCsv(done((csv) => withoutColumn(csv, 0), "name,title\n,A\n,\n")))).toBe(2);
});

test("a line that lacks cells is whole once somebody writes in it, and one too long can be cut", () => {
  const ragged = "name,title\na\nb,B,more\n";
  expect(columnsOf(readCsv(ragged))).toEqual(["name", "title", ""]);
  expect(done((csv) => withCells(csv, [{ row: 0, column: 0, text: "z" }]), ragged)).toBe("name,title\nz,\nb,B,more\n");
  expect(done((csv) => withoutColumn(csv, 2), ragged)).toBe("name,title\na\nb,B\n");
});

test("quotes that nobody closes take in no row that comes after", () => {
  const text = done((csv) => withRows(csv, 1, [["b", "B"]]), 'name,title\na,"open');
  expect(textsAt(readCsv(text), 0)).toEqual(["a", "open"]);
  expect(textsAt(readCsv(text), 1)).toEqual(["b", "B"]);
});

test("cells from a spreadsheet fill rows and make new ones", () => {
  const cells = readCells('x\t"two\r\nlines"\r\ny\t"say ""hi"""\r\nz\tZ\r\n');
  expect(cells).toEqual([["x", "two\nlines"], ["y", 'say "hi"'], ["z", "Z"]]);
  const { csv, cut } = pasted(readCsv(small), [1, 2], 0, cells);
  expect(cut).toBe(0);
  expect(writeCsv(csv)).toBe('name,title\na,A\nx,"two\nlines"\ny,"say ""hi"""\nz,Z\n');
  expect(pasted(readCsv(small), [0, 1, 2], 1, [["1", "2", "3"]])).toMatchObject({ cut: 2 });
  // Filled into what a search has found, and no other row.
  expect(writeCsv(pasted(readCsv(small), [0, 2], 1, [["1"], ["2"]]).csv)).toBe('name,title\na,1\nb,"B"\nc,2\n');
});

test("a quote that is no spreadsheet's stays a quote", () => {
  expect(readCells('"open\tb\nc')).toEqual([['"open', "b"], ["c"]]);
  expect(readCells('5" disk')).toEqual([['5" disk']]);
  expect(readCells("")).toEqual([[""]]);
  expect(readCells("a\n\nb")).toEqual([["a"], [""], ["b"]]);
});

test("what is copied is read back", () => {
  const next = random(5);
  const signs = ['"', "\t", "\n", "a", " ", ","];
  for (let turn = 0; turn < 2000; turn++) {
    const cell = () => Array.from({ length: next(5) }, () => signs[next(signs.length)]).join("");
    const rows = [["x", cell(), cell()], ["y", cell(), cell()]];
    expect(readCells(writeCells(rows))).toEqual(rows);
  }
});

test("a search finds each word in any cell", () => {
  const csv = readCsv("name,title\nb1,\"Hall, Berlin\"\nm1,\"Hall, Moscow\"\n");
  expect(rowsWith(csv, "hall BERLIN")).toEqual([0]);
  expect(rowsWith(csv, " ")).toEqual([0, 1]);
  expect(rowsWith(csv, "paris")).toEqual([]);
});

test("whatever is done, lines that it is not about are the same bytes, and each row has all its cells", () => {
  const next = random(7);
  for (let turn = 0; turn < 2000; turn++) {
    const text = someList(next);
    const csv = readCsv(text);
    const count = rowCount(csv);
    const [row, column] = [next(count + 1), next(3)];
    const ways = [
      () => withRows(csv, row, [["new"], ["newer", 'x"\n,']]),
      () => withoutRows(csv, [row]),
      () => withCells(csv, [{ row: Math.min(row, count - 1), column, text: 'a,"\r\n' }]),
      () => movedRows(csv, row, row, 1),
      () => pasted(csv, [row].filter((at) => at < count), column, [["p", "q"], ["r"]]).csv,
    ];
    const after = (ways[next(ways.length)] as () => typeof csv)();
    const again = readCsv(writeCsv(after));
    expect(again.rows.map(({ cells }) => cells), JSON.stringify(text)).toEqual(after.rows.map(({ cells }) => cells));
    expect(again.rows.every(({ cells }) => cells.length === 3)).toBe(true);
    const line = (it: (typeof csv.rows)[number]) => it.cells.join(",");
    const known = new Set(csv.rows.map(line));
    expect(after.rows.filter((it) => !known.has(line(it))).length).toBeLessThanOrEqual(2);
    expect(writeCsv(after).endsWith("\n")).toBe(text.endsWith("\n"));
  }
});

test("a list of 5,000 rows is read, changed and written in a moment", () => {
  const text = `name,title,owner\n${Array.from({ length: 5000 }, (_, at) => `n${at},"Title, ${at}",max`).join("\n")}\n`;
  const begun = performance.now();
  const csv = withCells(readCsv(text), [{ row: 4000, column: 1, text: "x" }]);
  expect(cellAt(readCsv(writeCsv(csv)), 4000, 1)).toBe("x");
  expect(performance.now() - begun).toBeLessThan(500);
});
