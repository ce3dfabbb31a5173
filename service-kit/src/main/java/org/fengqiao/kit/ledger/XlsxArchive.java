package org.fengqiao.kit.ledger;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through an XLSX before it is read: does it unpack to a sane size, and which cells are
 * merged.
 */
final class XlsxArchive {

    private static final long MAX_UNPACKED_BYTES = 300L * 1024 * 1024;
    private static final int MAX_ENTRIES = 2_000;
    private static final XMLInputFactory XML = xml();

    private final Map<String, Merges> mergesByPath = new HashMap<>();
    private final Map<String, String> pathById = new HashMap<>();
    private boolean workbook;
    private boolean styles;
    private long unpackedBytes;

    private XlsxArchive() {}

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static XlsxArchive check(byte[] file) {
        XlsxArchive archive = new XlsxArchive();
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            archive.walk(zip);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw LedgerFile.broken();
        }
        if (!archive.workbook) {
            throw LedgerFile.notSpreadsheet();
        }
        return archive;
    }

    /** The merged cells of the sheet with this relation id. */
    Merges mergesOf(String sheetId) {
        return mergesByPath.getOrDefault(pathById.get(sheetId), new Merges());
    }

    boolean hasStyles() {
        return styles;
    }

    private void walk(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MAX_ENTRIES) {
            throw LedgerFile.bomb();
        }
        for (ZipArchiveEntry entry : entries) {
            try (Counting part = new Counting(zip.getInputStream(entry))) {
                look(entry.getName(), part);
                part.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void look(String name, InputStream part) throws XMLStreamException {
        styles |= name.equals("xl/styles.xml");
        workbook |= name.equals("xl/workbook.xml");
        if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
            mergesByPath.put(name, merges(part));
        } else if (name.equals("xl/_rels/workbook.xml.rels")) {
            relations(part);
        }
    }

    private static Merges merges(InputStream sheet) throws XMLStreamException {
        Merges merges = new Merges();
        XMLStreamReader xml = XML.createXMLStreamReader(sheet);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("mergeCell")) {
                merges.add(xml.getAttributeValue(null, "ref"));
            }
        }
        return merges;
    }

    private void relations(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                pathById.put(xml.getAttributeValue(null, "Id"), path);
            }
        }
    }

    /** Counts what comes out of the archive, whatever its directory claims. */
    private final class Counting extends FilterInputStream {

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int it = super.read();
            count(it < 0 ? 0 : 1);
            return it;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            unpackedBytes += more;
            if (unpackedBytes > MAX_UNPACKED_BYTES) {
                throw LedgerFile.bomb();
            }
        }
    }
}
