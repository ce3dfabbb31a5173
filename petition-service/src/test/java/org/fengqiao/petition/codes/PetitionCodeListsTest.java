package org.fengqiao.petition.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.CodeList;
import org.fengqiao.kit.web.Coded;
import org.junit.jupiter.api.Test;

class PetitionCodeListsTest {

    @Test
    void everyCodedEnumIsACodeList() throws ReflectiveOperationException {
        Set<String> listed =
                lists().stream()
                        // The content classes are a data file, not an enum.
                        .filter(it -> it.values().get(0) instanceof Enum)
                        .map(it -> ((Enum<?>) it.values().get(0)).getDeclaringClass().getName())
                        .collect(Collectors.toSet());
        assertEquals(codedEnums(), listed);
    }

    @Test
    void everyNameIsKebabCaseAndUnique() throws ReflectiveOperationException {
        Set<String> names = new HashSet<>();
        for (CodeList it : lists()) {
            assertTrue(it.name().matches("[a-z]+(-[a-z]+)*"), it.name());
            assertTrue(names.add(it.name()), it.name());
        }
    }

    private static Set<String> codedEnums() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.fengqiao.petition")
                        .stream()
                        .filter(it -> it.isEnum() && it.isAssignableTo(Coded.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }

    private static Set<CodeList> lists() throws ReflectiveOperationException {
        Set<CodeList> lists = new HashSet<>();
        for (Method method : PetitionCodeLists.class.getDeclaredMethods()) {
            if (method.getReturnType() == CodeList.class) {
                lists.add((CodeList) method.invoke(new PetitionCodeLists()));
            }
        }
        return lists;
    }
}
