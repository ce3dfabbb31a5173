package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ValidationMessagesTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        // Without a bundle for one of the locales the validator throws instead of answering.
        ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);
        ResourceBundle english = bundle(Locale.ROOT);
        assertEquals(english.keySet(), chinese.keySet());
        for (String key : chinese.keySet()) {
            assertTrue(chinese.getString(key).codePoints().anyMatch(Character::isIdeographic), key);
            assertTrue(english.getString(key).chars().allMatch(it -> it < 128), key);
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "ValidationMessages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
