#!/usr/bin/env python3
"""Projects a recorded session into chat messages: a rival for `talaria bench project --rival`.

Written as one would write it in Python: json.loads for each line, then a look at the method.
It prints how many messages and tool iterations there are; with --json it prints the messages.
"""

import json
import sys


def tool_row(item):
    kind = item.get("type")
    if kind == "commandExecution":
        output = item.get("aggregatedOutput") or ""
        if item.get("exitCode"):
            output = "[exit %d]\n%s" % (item["exitCode"], output)
        arguments = {"command": item.get("command") or "", "cwd": item.get("cwd") or ""}
        return "exec", "exec_command", arguments, output
    if kind == "fileChange":
        changes = [
            {"kind": change["kind"]["type"], "path": change.get("path") or ""}
            for change in item.get("changes") or []
        ]
        result = "apply_patch status=%s, %d change(s)" % (item.get("status"), len(changes))
        return "apply_patch", "apply_patch", {"changes": changes}, result
    if kind == "mcpToolCall":
        server, tool = item.get("server") or "mcp", item.get("tool") or "unknown"
        if item.get("error"):
            result = "[error] " + json.dumps(item["error"])[:1000]
        else:
            result = json.dumps(item.get("result"))[:4000]
        name = "mcp.%s.%s" % (server, tool)
        return "mcp_%s_%s" % (server, tool), name, item.get("arguments") or {}, result
    if kind == "dynamicToolCall":
        tool = item.get("tool") or "unknown"
        return "dyn_" + tool, tool, item.get("arguments") or {}, json.dumps(item.get("contentItems"))
    if kind == "webSearch":
        return "web_search", "web_search", {"query": item.get("query") or ""}, ""
    return None


class Projector:
    def __init__(self):
        self.reasoning = {}
        self.seen = set()
        self.tool_iterations = 0

    def project(self, method, params):
        turn = params.get("turnId") or (params.get("turn") or {}).get("id") or ""
        if method == "item/completed":
            return self.completed(params.get("item") or {}, turn)
        if method == "turn/completed":
            thoughts = self.reasoning.pop(turn, None)
            if thoughts:
                return [{"role": "assistant", "content": "", "reasoning": "\n".join(thoughts)}]
        return []

    def completed(self, item, turn):
        kind, text = item.get("type"), item.get("text") or ""
        key = (turn, kind, item.get("id"), text)
        if key in self.seen:
            return []
        self.seen.add(key)
        if kind == "userMessage":
            parts = item.get("content") or []
            text = "\n".join(part.get("text", "") for part in parts)
            return [{"role": "user", "content": text}]
        if kind == "reasoning":
            parts = (item.get("summary") or []) + (item.get("content") or [])
            self.reasoning.setdefault(turn, []).extend(parts)
            return []
        if kind == "agentMessage":
            return [self.assistant(text, turn)]
        row = tool_row(item)
        if row is None:
            if kind == "contextCompaction":
                return []
            return [{"role": "assistant", "content": "[codex %s] %s" % (kind, json.dumps(item))}]
        prefix, name, arguments, result = row
        self.tool_iterations += 1
        call_id = "codex_%s_%s" % (prefix, item.get("id"))
        message = self.assistant("", turn)
        arguments = json.dumps(arguments, sort_keys=True)
        message["tool_calls"] = [{"id": call_id, "name": name, "arguments": arguments}]
        return [message, {"role": "tool", "tool_call_id": call_id, "content": result}]

    def assistant(self, text, turn):
        message = {"role": "assistant", "content": text}
        thoughts = self.reasoning.pop(turn, None)
        if thoughts:
            message["reasoning"] = "\n".join(thoughts)
        return message


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--json"]
    as_json = len(arguments) < len(sys.argv) - 1
    projector = Projector()
    messages = 0
    with open(arguments[0], encoding="utf-8") as recording:
        for line in recording:
            message = json.loads(line)
            if "msg" in message:
                if message.get("dir") != "recv":
                    continue
                message = message["msg"]
            method = message.get("method")
            if method is None:
                continue
            for row in projector.project(method, message.get("params") or {}):
                messages += 1
                if as_json:
                    print(json.dumps(row))
    sys.stderr.write("messages %d, tool iterations %d\n" % (messages, projector.tool_iterations))


if __name__ == "__main__":
    main()
