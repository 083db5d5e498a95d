package org.shuangbaodao.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.web.CurrentLocale;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;

/**
 * Prints templates. They include {@code print/page}, are well-formed as XML wants it, and draw codes to scan as
 * {@code <object type="image/x-qr" data="…">}. What the font does not know stands as 〓, as printers have always set it.
 */
@ApplicationScoped
public class Pdf {

    public static final String TYPE = "application/pdf";

    private static final String FAMILY = "Noto Sans SC";
    private static final String FONT = "/print/NotoSansSC_400Regular.ttf";
    private static final String UNKNOWN_CHARACTER = "〓";
    private static final Pattern NOT_FOR_XML = Pattern
            .compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final CurrentLocale locale;

    Pdf(CurrentLocale locale) {
        this.locale = locale;
        XRLog.setLoggingEnabled(false);
    }

    /** The paper in the reader's language. */
    public byte[] of(TemplateInstance paper) {
        String page = NOT_FOR_XML.matcher(paper.setLocale(locale.get()).render()).replaceAll(UNKNOWN_CHARACTER);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder printer = new PdfRendererBuilder();
        // For readers who listen; and so that only the font named below is ever used, instead of those of the machine.
        printer.usePdfUaAccessibility(true);
        printer.useFont(Pdf::font, FAMILY, 400, FontStyle.NORMAL, true);
        printer.useReplacementText(UNKNOWN_CHARACTER);
        printer.useUriResolver((base, address) -> null);
        printer.useObjectDrawerFactory(new PrintedCode.Factory());
        printer.withProducer("Shuangbaodao");
        printer.withHtmlContent(page, null);
        printer.toStream(file);
        try {
            printer.run();
            return Codes.OF_THE_FONT.mended(file.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        return Pdf.class.getResourceAsStream(FONT);
    }

    // A second of reading the font, which a start without papers is spared.
    private static final class Codes {

        static final CharacterCodes OF_THE_FONT = read();

        private Codes() {
        }

        private static CharacterCodes read() {
            try (InputStream font = font()) {
                return CharacterCodes.of(font);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
