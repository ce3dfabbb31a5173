package org.fengqiao.legal.registers;

/**
 * What a register is called.
 *
 * @param path in URLs, of resource and ledger: {@code contract-reviews}
 * @param dayIn the component with the day a record is of
 * @param titleZh of the ledger: {@code 合同审查台账}
 */
public record Names(String path, String dayIn, String titleZh, String titleEn) {}
