package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.apache.xmlbeans.impl.schema.DocumentFactory;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FontsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The Word document in the layout of GB/T 9704-2012, as another program reads it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LayoutTest {

    private static final String SEAL = "sha256:0";

    @Test
    void everyPartKeepsTheSchema() throws Exception {
        Map<String, DocumentFactory<?>> types =
                Map.of(
                        "/word/document.xml", DocumentDocument.Factory,
                        "/word/styles.xml", StylesDocument.Factory,
                        "/word/fontTable.xml", FontsDocument.Factory,
                        "/word/settings.xml", SettingsDocument.Factory,
                        "/word/footerOdd.xml", FtrDocument.Factory,
                        "/word/footerEven.xml", FtrDocument.Factory);
        try (XWPFDocument word = word()) {
            for (Map.Entry<String, DocumentFactory<?>> it : types.entrySet()) {
                XmlObject read = (XmlObject) it.getValue().parse(part(word, it.getKey()));
                assertEquals(List.of(), faults(read), it::getKey);
            }
        }
    }

    @Test
    void aPartThatBreaksTheSchemaIsFound() throws Exception {
        try (XWPFDocument word = word()) {
            String twice =
                    part(word, "/word/document.xml").replace("<w:sectPr>", "<w:sectPr/><w:sectPr>");
            assertFalse(faults(DocumentDocument.Factory.parse(twice)).isEmpty());
        }
    }

    private static List<XmlError> faults(XmlObject read) {
        List<XmlError> faults = new ArrayList<>();
        read.validate(new XmlOptions().setErrorListener(faults));
        return faults;
    }

    @Test
    void thePageIsThatOfAnOfficialDocument() throws IOException {
        try (XWPFDocument word = word()) {
            CTSectPr page = word.getDocument().getBody().getSectPr();
            CTPageMar margin = page.getPgMar();
            int width =
                    twips(page.getPgSz().getW())
                            - twips(margin.getLeft())
                            - twips(margin.getRight());
            int height =
                    twips(page.getPgSz().getH())
                            - twips(margin.getTop())
                            - twips(margin.getBottom());
            assertMillimetres(210, twips(page.getPgSz().getW()));
            assertMillimetres(297, twips(page.getPgSz().getH()));
            assertMillimetres(37, twips(margin.getTop()));
            assertMillimetres(28, twips(margin.getLeft()));
            assertMillimetres(156, width);
            assertMillimetres(225, height);
            assertEquals(STDocGrid.LINES, page.getDocGrid().getType());
            assertEquals(22, height / page.getDocGrid().getLinePitch().intValue());
            // 16 points, narrowed by a quarter of one: w:spacing counts twentieths.
            assertTrue(part(word, "/word/styles.xml").contains("<w:spacing w:val=\"-5\"/>"));
            assertEquals(28, (int) (width / 20.0 / (16 - 5 / 20.0)));
        }
    }

    @Test
    void pageNumbersStandOutside() throws IOException {
        try (XWPFDocument word = word()) {
            assertTrue(word.getSettings().getEvenAndOddHeadings());
            XWPFFooter odd = word.getHeaderFooterPolicy().getDefaultFooter();
            XWPFFooter even = word.getHeaderFooterPolicy().getEvenPageFooter();
            assertEquals("— 1 —", odd.getText().strip());
            assertEquals(ParagraphAlignment.RIGHT, odd.getParagraphs().get(0).getAlignment());
            assertEquals("— 1 —", even.getText().strip());
            assertEquals(ParagraphAlignment.LEFT, even.getParagraphs().get(0).getAlignment());
        }
    }

    @Test
    void eachLevelHasItsFontInEveryScript() throws IOException {
        try (XWPFDocument word = word()) {
            assertStyle(word, "Title", "方正小标宋简体", 44, null);
            assertStyle(word, "Heading1", "黑体", 32, 0);
            assertStyle(word, "Heading2", "楷体_GB2312", 32, 1);
            assertStyle(word, "BodyText", "仿宋_GB2312", 32, null);
            assertStyle(word, "PageNumber", "宋体", 28, null);
            assertEquals("Title", paragraph(word, "鲁山县瓦屋镇人民政府").getStyle());
            assertEquals("Heading1", paragraph(word, "二、2024年度推进法治政府建设的主要举措和成效").getStyle());
            assertEquals("Heading2", paragraph(word, "（四）依法调解纠纷，筑牢维稳防线").getStyle());
            XWPFParagraph date = paragraph(word, "2025年1月8日");
            assertEquals(400, date.getCTP().getPPr().getInd().getRightChars().intValue());
        }
    }

    @Test
    void fontsThatAMachineLacksHaveTheirSubstitutesNamed() throws Exception {
        try (XWPFDocument word = word()) {
            String fonts = part(word, "/word/fontTable.xml");
            assertTrue(fonts.contains("FangSong,STFangsong,FandolFang,Noto Serif CJK SC"), fonts);
            assertTrue(fonts.contains("SimHei,STHeiti,FandolHei,Noto Sans CJK SC"), fonts);
        }
    }

    @Test
    void thePropertiesNameTheReportAndNobody() throws Exception {
        try (XWPFDocument word = word()) {
            assertEquals(
                    "鲁山县瓦屋镇人民政府关于2024年法治政府建设情况的报告",
                    word.getProperties().getCoreProperties().getTitle());
            assertNull(word.getProperties().getCoreProperties().getCreator());
            assertNull(word.getProperties().getCoreProperties().getLastModifiedByUser());
        }
    }

    @Test
    void theAnnexHasEveryFigureWithItsDigest() throws IOException {
        try (XWPFDocument word = word()) {
            List<String> figures = texts(word, "Figure");
            assertEquals(22, figures.size());
            assertTrue(figures.get(12).matches("M-01　[^\\t]+\\t410件\\t口径1"), figures.get(12));
            assertTrue(figures.get(16).endsWith("\t100%（410/410）\t口径1"), figures.get(16));
            // A share has two lists.
            assertEquals(22 + 2, texts(word, "Digest").size());
            assertTrue(texts(word, "Digest").get(12).matches("[0-9a-f]{64}"));
            assertEquals("BodyText", paragraph(word, "签发说明：其中3件已由县调委会登记，附函说明").getStyle());
        }
    }

    private static List<String> texts(XWPFDocument word, String style) {
        return word.getParagraphs().stream()
                .filter(it -> style.equals(it.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static void assertStyle(
            XWPFDocument word, String name, String font, int halfPoints, Integer level) {
        CTStyle style = word.getStyles().getStyle(name).getCTStyle();
        CTFonts fonts = style.getRPr().getRFontsArray(0);
        assertEquals(font, fonts.getAscii());
        assertEquals(font, fonts.getHAnsi());
        assertEquals(font, fonts.getEastAsia());
        assertEquals(font, fonts.getCs());
        CTStyle sized =
                style.getRPr().sizeOfSzArray() > 0
                        ? style
                        : word.getStyles().getStyle("Normal").getCTStyle();
        assertEquals(
                Integer.toString(halfPoints), sized.getRPr().getSzArray(0).getVal().toString());
        assertEquals(
                level,
                style.getPPr().isSetOutlineLvl()
                        ? style.getPPr().getOutlineLvl().getVal().intValue()
                        : null);
    }

    private static XWPFParagraph paragraph(XWPFDocument word, String text) {
        return word.getParagraphs().stream()
                .filter(it -> it.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void assertMillimetres(int millimetres, int twips) {
        assertEquals(millimetres, twips * 25.4 / 1440, 0.1);
    }

    /** A measure is a number of twips here; its type also allows for units in words. */
    private static int twips(Object measure) {
        return Integer.parseInt(measure.toString());
    }

    private static String part(XWPFDocument word, String name) throws IOException {
        for (PackagePart it : word.getPackage().getPartsByName(Pattern.compile(name))) {
            return new String(it.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        throw new AssertionError(name);
    }

    private static XWPFDocument word() throws IOException {
        byte[] file = DocxFile.of(Editions.wawu(), Outline.of(Editions.wawu()), SEAL);
        return new XWPFDocument(new ByteArrayInputStream(file));
    }
}
