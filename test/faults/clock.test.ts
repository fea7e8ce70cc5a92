import { expect, test } from "vitest";
import { atDesk, newStoreFile } from "./support/store-of.ts";

test("a clock that jumps back a day changes no order, no count and no decision", async () => {
  await atDesk(newStoreFile(), async (desk) => {
    const id = await desk.open();
    await desk.update(id, { step_key: "doctor", step_status: "in_progress" });
    desk.nowMs -= 86_400_000;
    await desk.update(id, { step_key: "doctor", step_status: "failed" });
    await desk.update(id, { step_key: "doctor", step_status: "in_progress" });
    await desk.update(id, { step_key: "doctor", step_status: "completed" });
    expect(await desk.step(id, "doctor")).toMatchObject({ status: "completed", attempts: 2 });
    const { run, events } = await desk.get(id);
    expect(run.revision).toBe(5);
    expect(events.map((event: { seq: number }) => event.seq)).toEqual(
      events.map((_: unknown, at: number) => events.length - at),
    );
    expect(events[0].at < events.at(-1).at).toBe(true);
    expect(await desk.resume(id)).toMatchObject({ can_resume: true, next: { key: "package" } });
    const other = await desk.open();
    expect((await desk.call("workflow_list", {})).runs.map((one: { run_id: string }) => one.run_id)).toEqual([
      other,
      id,
    ]);
    expect(await desk.context.store.verify()).toEqual([]);
  });
});
