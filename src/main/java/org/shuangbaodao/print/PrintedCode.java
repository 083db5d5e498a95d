package org.shuangbaodao.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import org.w3c.dom.Element;

/** A code to scan, drawn in lines and not in dots: sharp at every size, readable after a crease. */
final class PrintedCode implements FSObjectDrawer {

    private static final String TYPE = "image/x-qr";
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 1,
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private PrintedCode() {
    }

    /** Draws such objects and no others. */
    static final class Factory implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element object) {
            return isReplacedObject(object) ? new PrintedCode() : null;
        }

        @Override
        public boolean isReplacedObject(Element object) {
            return object.getTagName().equals("object") && object.getAttribute("type").equals(TYPE);
        }
    }

    @Override
    public Map<Shape, String> drawObject(Element object, double x, double y, double width, double height,
            OutputDevice device, RenderingContext context, int dotsPerPixel) {
        BitMatrix modules = modules(object.getAttribute("data"));
        device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel,
                graphics -> draw(modules, graphics, width / dotsPerPixel));
        return null;
    }

    // One rectangle for each run of dark modules, so that no hairlines show between neighbours of a row.
    private static void draw(BitMatrix modules, Graphics2D graphics, double side) {
        double module = side / modules.getWidth();
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    graphics.fill(new Rectangle2D.Double(from * module, y * module, (x - from) * module, module));
                }
            }
        }
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
