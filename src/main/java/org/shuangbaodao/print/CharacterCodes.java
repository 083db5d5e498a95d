package org.shuangbaodao.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Which characters the shapes of a paper stand for, for whoever copies, searches or listens. The font draws 一 and the radical
 * ⼀ alike, and PDFBox notes the smaller code for both: 门 would be read as the radical ⻔.
 */
final class CharacterCodes {

    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int FIRST_IDEOGRAPH = 0x3400;
    private static final int FIGURE_DASH = 0x2012;
    private static final int EN_DASH = 0x2013;
    private static final Pattern RANGE = Pattern
            .compile("<(\\p{XDigit}{4})> <(\\p{XDigit}{4})> <(\\p{XDigit}{4}|\\p{XDigit}{8})>");
    private static final String END_OF_CODESPACE = "endcodespacerange\n";
    private static final String END_OF_MAP = "endcmap";
    /** As the format has it. */
    private static final int MOST_IN_A_BLOCK = 100;

    private final Map<Integer, Integer> meant;

    private CharacterCodes(Map<Integer, Integer> meant) {
        this.meant = meant;
    }

    /** What the font itself draws alike. */
    static CharacterCodes of(InputStream fontFile) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(fontFile.readAllBytes()))) {
            CmapLookup shapes = font.getUnicodeCmapLookup();
            Map<Integer, Integer> meant = new HashMap<>();
            for (int radical = FIRST_RADICAL; radical <= LAST_RADICAL; radical++) {
                int shape = shapes.getGlyphId(radical);
                int code = radical;
                if (shape != 0) {
                    shapes.getCharCodes(shape).stream().filter(each -> each >= FIRST_IDEOGRAPH).findFirst()
                            .ifPresent(ideograph -> meant.put(code, ideograph));
                }
            }
            if (shapes.getGlyphId(FIGURE_DASH) == shapes.getGlyphId(EN_DASH)) {
                meant.put(FIGURE_DASH, EN_DASH);
            }
            return new CharacterCodes(meant);
        }
    }

    byte[] mended(byte[] file) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file)) {
            Set<COSStream> done = Collections.newSetFromMap(new IdentityHashMap<>());
            for (PDPage page : paper.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    COSDictionary font = resources.getFont(name).getCOSObject();
                    COSStream codes = font.getCOSStream(COSName.TO_UNICODE);
                    if (codes != null && done.add(codes)) {
                        mend(codes);
                    }
                }
            }
            ByteArrayOutputStream mended = new ByteArrayOutputStream();
            paper.save(mended);
            return mended.toByteArray();
        }
    }

    private void mend(COSStream codes) throws IOException {
        String text;
        try (InputStream in = codes.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        // Every range is taken apart: it counts on from its first code, past those that are wrong.
        List<String> singles = new ArrayList<>();
        RANGE.matcher(text).results().forEach(range -> {
            int first = Integer.parseInt(range.group(1), 16);
            int code = new String(HexFormat.of().parseHex(range.group(3)), StandardCharsets.UTF_16BE).codePointAt(0);
            for (int shape = first; shape <= Integer.parseInt(range.group(2), 16); shape++, code++) {
                String character = Character.toString(meant.getOrDefault(code, code));
                singles.add("<%04X> <%s>".formatted(shape,
                        HexFormat.of().withUpperCase().formatHex(character.getBytes(StandardCharsets.UTF_16BE))));
            }
        });
        int start = text.indexOf(END_OF_CODESPACE) + END_OF_CODESPACE.length();
        StringBuilder mended = new StringBuilder(text.substring(0, start));
        for (int i = 0; i < singles.size(); i += MOST_IN_A_BLOCK) {
            List<String> block = singles.subList(i, Math.min(i + MOST_IN_A_BLOCK, singles.size()));
            mended.append('\n').append(block.size()).append(" beginbfchar\n").append(String.join("\n", block))
                    .append("\nendbfchar\n");
        }
        mended.append(text.substring(text.indexOf(END_OF_MAP)));
        try (OutputStream out = codes.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(mended.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
