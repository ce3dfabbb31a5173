package org.fengqiao.kit.journal;

import org.fengqiao.kit.web.Refusal;

/** What a key that was sent before is refused with. */
public final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /** 409: a twin is running. */
    public static Refusal inProgress() {
        return Refusal.of(
                409,
                "REQUEST_IN_PROGRESS",
                "同一 Idempotency-Key 的请求正在处理，请稍后重试",
                "A request with this Idempotency-Key is being processed; try again");
    }

    /** 422: the key belongs to another body. */
    public static Refusal reused() {
        return Refusal.of(
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "该 Idempotency-Key 已用于另一请求，请换用新的键",
                "This Idempotency-Key was used for another request; take a new key");
    }
}
