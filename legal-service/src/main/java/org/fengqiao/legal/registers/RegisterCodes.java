package org.fengqiao.legal.registers;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fengqiao.kit.web.CodeList;
import org.fengqiao.kit.web.CodeLists;
import org.fengqiao.kit.web.Coded;

/** The code lists of the registers: of every enum that a component holds, named by the enum. */
@Singleton
class RegisterCodes implements CodeLists {

    private final List<LegalRegister<?, ?>> registers;

    RegisterCodes(@All List<LegalRegister<?, ?>> registers) {
        this.registers = registers;
    }

    @Override
    public List<CodeList> lists() {
        Map<String, CodeList> lists = new TreeMap<>();
        // In an order of their own: of a list that several hold, the first one tells the title.
        registers.stream()
                .sorted(Comparator.comparing(LegalRegister::kind))
                .flatMap(it -> it.parts().all().stream())
                .filter(it -> it.codes() != null)
                .forEach(it -> lists.putIfAbsent(name(it.codes()), list(it)));
        return List.copyOf(lists.values());
    }

    private static CodeList list(Part part) {
        List<Coded> codes =
                Stream.of(part.codes().getEnumConstants()).map(Coded.class::cast).toList();
        return new CodeList(name(part.codes()), part.titleZh(), part.titleEn(), codes);
    }

    /**
     * {@code AidMatter} gives {@code aid-matters}, {@code StudyAudience} {@code study-audiences}.
     */
    private static String name(Class<?> codes) {
        String kebab = codes.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        String plural = kebab.replaceFirst("y$", "ie").replaceFirst("(?<=s)$", "e") + "s";
        return plural.toLowerCase(Locale.ROOT);
    }
}
