package org.shuangbaodao.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/** Names as people write them, made comparable. */
public final class Names {

    private static final Pattern WHITE = Pattern.compile("\\s+");

    private Names() {
    }

    /** Full-width forms become plain ones, white space at the ends goes, runs of it inside become one blank. */
    public static String tidy(String text) {
        return text == null ? "" : WHITE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip()).replaceAll(" ");
    }

    /** Login names and codes, compared without case in every language. */
    public static String fold(String text) {
        return tidy(text).toLowerCase(Locale.ROOT);
    }

    /** Stored beside each name: lists sort by it the same on every server, whatever its collation. At most 190 characters. */
    public static String sortKey(String name) {
        String pinyin = Pinyin.of(tidy(name));
        return pinyin.length() > 190 ? pinyin.substring(0, 190) : pinyin;
    }

    // Half a second of reading rules, which a start without new names is spared.
    private static final class Pinyin {

        private static final Transliterator RULES = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

        private Pinyin() {
        }

        static String of(String text) {
            synchronized (RULES) {
                return RULES.transliterate(text);
            }
        }
    }
}
