import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, withUnixLineEnds } from "../../src/pack/read-text.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

test("a file is read as UTF-8, as it is", () => {
  const directory = temporaryFiles({ "a.txt": "\uFEFFgrün\r\n" });
  expect(readText(join(directory, "a.txt"), "a.txt")).toBe("\uFEFFgrün\r\n");
});

test("a link to a file is followed", () => {
  const directory = temporaryFiles({ "a.txt": "a" });
  symlinkSync("a.txt", join(directory, "link"));
  expect(readText(join(directory, "link"), "link")).toBe("a");
});

test.skipIf(process.platform === "win32").each([
  ["nothing", "none", "there is no such file"],
  ["something below a file", "a.txt/b", "there is no such file"],
  ["a directory", ".", "this is a directory, not a file"],
  ["a link to a device that never ends", "endless", "this is no regular file"],
  ["a pipe that nobody writes to", "pipe", "this is no regular file"],
  ["a link to itself", "loop", "it cannot be read (ELOOP)"],
  ["a name that is too long", "x".repeat(300), "it cannot be read (ENAMETOOLONG)"],
])("%s is refused in words", (_, path, message) => {
  const directory = temporaryFiles({ "a.txt": "a" });
  symlinkSync("/dev/zero", join(directory, "endless"));
  symlinkSync("loop", join(directory, "loop"));
  execFileSync("mkfifo", [join(directory, "pipe")]);
  expect(() => readText(join(directory, path), "shown")).toThrow(
    expect.objectContaining({ code: "parse/unreadable", message, where: { file: "shown" }, status: 3 }),
  );
});

test.each([
  ["Latin-1", Buffer.from("grün", "latin1"), "this is not UTF-8", "save it as UTF-8"],
  ["UTF-8 cut in a character", Buffer.from("grü").subarray(0, 3), "this is not UTF-8", "save it as UTF-8"],
  ["UTF-16", Buffer.from("\uFEFF{}", "utf16le"), "this is UTF-16, not UTF-8", expect.stringContaining("PowerShell")],
  ["UTF-16 the other way round", Buffer.from([0xfe, 0xff, 0, 0x7b]), "this is UTF-16, not UTF-8", expect.anything()],
])("%s is refused, not guessed at", (_, bytes, message, hint) => {
  const directory = temporaryFiles({ "a.txt": "" });
  writeFileSync(join(directory, "a.txt"), bytes);
  expect(() => readText(join(directory, "a.txt"), "a.txt")).toThrow(
    expect.objectContaining({ code: "parse/not-utf8", message, hint, where: { file: "a.txt" } }),
  );
});

test("a replacement character that somebody wrote is a character like any other", () => {
  const directory = temporaryFiles({ "a.txt": "\uFFFD" });
  expect(readText(join(directory, "a.txt"), "a.txt")).toBe("\uFFFD");
});

test("a file over the limit is not read", () => {
  const directory = temporaryFiles({ "a.txt": "12345" });
  expect(readText(join(directory, "a.txt"), "a.txt", 5)).toBe("12345");
  expect(() => readText(join(directory, "a.txt"), "a.txt", 4)).toThrow(
    expect.objectContaining({ code: "parse/too-large", message: "5 bytes, more than the 4 allowed" }),
  );
});

test("line ends of Windows become those of Unix, and nothing else changes", () => {
  expect(withUnixLineEnds("a\r\nb\rc\n\r\n")).toBe("a\nb\rc\n\n");
});
