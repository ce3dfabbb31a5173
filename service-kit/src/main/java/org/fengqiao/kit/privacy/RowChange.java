package org.fengqiao.kit.privacy;

import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.privacy.SealedColumns.Column;

/** What becomes of the values of a row that holds ciphertexts. */
interface RowChange {

    /**
     * The values as they have to be.
     *
     * @param values as text, by column; bytes in base64
     * @param boundTo table that the row's ciphertexts are bound to
     * @param bound column that they are bound to; {@code null} where it is their own
     */
    Map<Column, String> of(Map<Column, String> values, String boundTo, UUID id, String bound);
}
