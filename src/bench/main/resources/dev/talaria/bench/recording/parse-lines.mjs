import fs from "node:fs"
import { StringDecoder } from "node:string_decoder"

const file = fs.openSync(process.argv[2])
const buffer = Buffer.allocUnsafe(1 << 20)
const decoder = new StringDecoder("utf8")
let rest = ""
let lines = 0
for (let read = fs.readSync(file, buffer); read > 0; read = fs.readSync(file, buffer)) {
  const text = rest + decoder.write(buffer.subarray(0, read))
  let from = 0
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
    JSON.parse(text.slice(from, end))
    lines++
    from = end + 1
  }
  rest = text.slice(from)
}
console.log(lines)
