package org.fengqiao.kit.ledger;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Coded;

/**
 * A column of a ledger: how it is found, read, checked, explained in the template and written.
 *
 * @param title the Chinese title, which is also the column's name in the program
 * @param aliases other titles offices use
 * @param codes the code list of a {@link Type#CODE} column
 * @param traits what else is true of it
 * @param maxLength characters of one value
 */
public record LedgerColumn(
        String title,
        String titleEn,
        Type type,
        List<String> aliases,
        List<Coded> codes,
        Set<Trait> traits,
        int maxLength,
        LedgerNote note) {

    private static final int MAX_LENGTH = 200;

    /** What a cell holds. */
    public enum Type {
        TEXT,
        /** A serial number with or without its year: 〔2024〕12号. */
        NUMBER,
        DATE,
        INTEGER,
        /** Yuan, with at most two decimals. */
        AMOUNT,
        /** Hours and other measures, with at most two decimals. */
        DECIMAL,
        CODE,
        YES_NO
    }

    /** What else is true of a column. */
    public enum Trait {
        /** Part of the row's key. */
        KEY,
        /** A blank cell rejects the row. */
        REQUIRED,
        /** Holds personal data. */
        PERSONAL,
        /** A cell holds several values, separated by 、，；. */
        MANY,
        /** For the office's own use: not imported, and a filled cell is told so. */
        ASIDE
    }

    public LedgerColumn {
        traits = Set.copyOf(traits);
        aliases = List.copyOf(aliases);
        codes = List.copyOf(codes);
    }

    public static LedgerColumn text(String title, String titleEn) {
        return of(title, titleEn, Type.TEXT, List.of());
    }

    public static LedgerColumn number(String title, String titleEn) {
        return of(title, titleEn, Type.NUMBER, List.of());
    }

    public static LedgerColumn date(String title, String titleEn) {
        return of(title, titleEn, Type.DATE, List.of());
    }

    public static LedgerColumn integer(String title, String titleEn) {
        return of(title, titleEn, Type.INTEGER, List.of());
    }

    public static LedgerColumn amount(String title, String titleEn) {
        return of(title, titleEn, Type.AMOUNT, List.of());
    }

    public static LedgerColumn decimal(String title, String titleEn) {
        return of(title, titleEn, Type.DECIMAL, List.of());
    }

    public static LedgerColumn code(
            String title, String titleEn, Collection<? extends Coded> codes) {
        return of(title, titleEn, Type.CODE, codes);
    }

    /** The words of an enum, so that no list exists twice. */
    public static <E extends Enum<E> & Coded> LedgerColumn code(
            String title, String titleEn, Class<E> type) {
        return code(title, titleEn, List.of(type.getEnumConstants()));
    }

    public static LedgerColumn yesNo(String title, String titleEn) {
        return of(title, titleEn, Type.YES_NO, List.of());
    }

    private static LedgerColumn of(
            String title, String titleEn, Type type, Collection<? extends Coded> codes) {
        return new LedgerColumn(
                title, titleEn, type, List.of(), List.copyOf(codes), Set.of(), MAX_LENGTH, null);
    }

    /** The columns a reader gets: personal ones only where persons may be shown. */
    public static List<LedgerColumn> shown(List<LedgerColumn> columns, boolean persons) {
        return columns.stream().filter(it -> persons || !it.is(Trait.PERSONAL)).toList();
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Part of the row's key, and therefore required. */
    public LedgerColumn key() {
        return with(Trait.KEY).with(Trait.REQUIRED);
    }

    public LedgerColumn required() {
        return with(Trait.REQUIRED);
    }

    /** Holds personal data: left out of exports unless the caller may read persons. */
    public LedgerColumn personal() {
        return with(Trait.PERSONAL);
    }

    /** Holds several values. */
    public LedgerColumn many() {
        return with(Trait.MANY);
    }

    /** For the office's own use, such as remarks: not imported. */
    public LedgerColumn aside() {
        return with(Trait.ASIDE);
    }

    private LedgerColumn with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new LedgerColumn(title, titleEn, type, aliases, codes, more, maxLength, note);
    }

    /** Other titles read as this column. */
    public LedgerColumn alias(String... more) {
        List<String> all = Stream.concat(aliases.stream(), Stream.of(more)).toList();
        return new LedgerColumn(title, titleEn, type, all, codes, traits, maxLength, note);
    }

    /** Other words read as this code. */
    public LedgerColumn word(Coded code, String... more) {
        return coded(it -> it.code().equals(code.code()) ? Code.of(it, List.of(more)) : it);
    }

    /** Words that offices put behind any word of the list: 婚姻家庭 is written 婚姻家庭纠纷 too. */
    public LedgerColumn ending(String... endings) {
        return coded(
                it ->
                        Code.of(
                                it,
                                labels(it)
                                        .flatMap(label -> Stream.of(endings).map(label::concat))
                                        .toList()));
    }

    private LedgerColumn coded(UnaryOperator<Coded> change) {
        List<Coded> changed = codes.stream().map(change).toList();
        return new LedgerColumn(title, titleEn, type, aliases, changed, traits, maxLength, note);
    }

    /** Characters of one value; 200 unless said. */
    public LedgerColumn maxLength(int characters) {
        return new LedgerColumn(title, titleEn, type, aliases, codes, traits, characters, note);
    }

    /** A sentence for the template. */
    public LedgerColumn note(String zh, String en) {
        LedgerNote sentence = new LedgerNote(title, "NOTE", zh, en);
        return new LedgerColumn(title, titleEn, type, aliases, codes, traits, maxLength, sentence);
    }

    /** The code of a word, as an office may write it: the code, its label or an alias. */
    Optional<Coded> codeOf(String word) {
        return codes.stream()
                .filter(
                        it ->
                                Stream.concat(Stream.of(it.code(), it.en()), labels(it))
                                        .anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    private static Stream<String> labels(Coded it) {
        Stream<String> zh = Stream.of(Texts.plain(it.zh()));
        return it instanceof Code code
                ? Stream.concat(zh, code.aliases().stream().map(Texts::plain))
                : zh;
    }
}
