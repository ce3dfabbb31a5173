package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void aCursorGivesBackItsParts() {
        String cursor = Cursor.encode("2024-03-05", "", "调解");
        assertEquals(List.of("2024-03-05", "", "调解"), Cursor.decode(cursor));
        assertEquals(cursor, cursor.replaceAll("[^A-Za-z0-9_-]", ""), "fits a URL");
    }

    @Test
    void theFirstPageHasNoParts() {
        assertEquals(List.of(), Cursor.decode(null));
    }

    @Test
    void anythingElseIsRefused() {
        for (String cursor :
                new String[] {"%%%", "a", "abc", "_w", "AA", "YQ==", "YR", " ", "调解"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> Cursor.decode(cursor), cursor);
            assertEquals("400 CURSOR_INVALID", refusal.status() + " " + refusal.code());
            assertEquals("cursor", refusal.faults().get(0).pointer());
        }
    }

    @Test
    void theParameterThatHeldItIsNamed() {
        Refusal refusal = assertThrows(Refusal.class, () -> Cursor.decode("0", "after"));
        assertEquals("after", refusal.faults().get(0).pointer());
    }

    @Test
    void aNumberIsGivenBackAndAnythingElseRefused() {
        assertEquals(Long.MAX_VALUE, Cursor.number(null, Long.MAX_VALUE));
        assertEquals(17, Cursor.number(Cursor.encode("17"), 0));
        for (String cursor : new String[] {"", Cursor.encode("2024-03-05"), "%%%"}) {
            assertEquals(400, assertThrows(Refusal.class, () -> Cursor.number(cursor, 0)).status());
        }
    }

    @Test
    void thePageSizeIsBounded() {
        assertEquals(50, Cursor.limit(null));
        assertEquals(1, Cursor.limit(1));
        assertEquals(200, Cursor.limit(200));
        assertEquals(200, Cursor.limit(201));
        assertEquals(400, assertThrows(Refusal.class, () -> Cursor.limit(0)).status());
    }

    @Test
    void anEntityTagIsTheQuotedVersion() {
        assertEquals("\"7\"", EntityTags.of(7));
        assertEquals(7, EntityTags.versionOf(EntityTags.of(7)));
    }

    @Test
    void ifMatchTakesOneStrongTag() {
        assertEquals(428, assertThrows(Refusal.class, () -> EntityTags.versionOf(null)).status());
        for (String tag :
                new String[] {
                    "",
                    "*",
                    "7",
                    "W/\"7\"",
                    "\"7\", \"8\"",
                    "\"0\"",
                    "\"07\"",
                    "\"-1\"",
                    "\"x\"",
                    "\"9999999999\""
                }) {
            Refusal refusal = assertThrows(Refusal.class, () -> EntityTags.versionOf(tag), tag);
            assertEquals("400 IF_MATCH_INVALID", refusal.status() + " " + refusal.code());
        }
    }
}
