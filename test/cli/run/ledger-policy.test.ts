import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Checkout, makeCheckout } from "./checkout.ts";

function strictCheckout(): Checkout {
  const checkout = makeCheckout();
  mkdirSync(join(checkout.root, ".baton"), { recursive: true });
  writeFileSync(join(checkout.root, ".baton/contract.yaml"), "version: 1\nledgers: { approvals: enforced }\n");
  return checkout;
}

test("a project's contract decides how its ledgers take approvals", async () => {
  const open = ["run", "open", "Publish", "--step", "publish"];
  const plain = makeCheckout();
  const strict = strictCheckout();
  const approvals = async (checkout: Checkout): Promise<string> =>
    (await checkout.json("run", "get", (await checkout.json(...open)).run_id)).run.approvals;
  expect(await approvals(plain)).toBe("attested");
  expect(await approvals(strict)).toBe("enforced");
});

test("a command cannot ask for less than the project's contract", async () => {
  const { err, status } = await strictCheckout().run("run", "open", "Publish", "--approvals", "attested");
  expect(err).toContain("only a person's decision open a gate");
  expect(status).toBe(2);
});
