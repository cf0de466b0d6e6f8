package dev.sanca.examples;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The fonts of the chart, DejaVu Sans from a Maven artifact: a machine without a screen may have no fonts, and a JDK brings none.
 *
 * @param plain for labels
 * @param bold for titles
 */
record ChartFonts(Font plain, Font bold) {
    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

    /** What makes {@link #CONFIGURATION_FILE}: Java's logical fonts, by which the chart draws nothing, have no real ones. */
    private static final String CONFIGURATION = "version=1\nsequence.allfonts=default\n";

    /**
     * The property that names Java's file of font configuration, as the JDK's pages on that file say. Without it, Java on Linux
     * asks the machine's library {@code fontconfig}, and makes no font at all, not even from a file, where there is none.
     */
    private static final String CONFIGURATION_FILE = "sun.awt.fontconfig";

    /**
     * Reads the fonts. To be called before anything else in the process uses a font.
     *
     * @throws IOException if the artifact with the fonts is missing, or the directory of temporary files cannot be written
     */
    static ChartFonts read() throws IOException {
        if (System.getProperty("os.name").equals("Linux") && System.getProperty(CONFIGURATION_FILE) == null) {
            Path file = Files.createTempFile("sanca-demo", ".properties");
            file.toFile().deleteOnExit();
            System.setProperty(
                    CONFIGURATION_FILE, Files.writeString(file, CONFIGURATION).toString());
        }
        return new ChartFonts(font("DejaVuSans.ttf"), font("DejaVuSans-Bold.ttf"));
    }

    private static Font font(String name) throws IOException {
        try (InputStream file = ChartFonts.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new FileNotFoundException("the font " + name + " is missing; it is in the artifact"
                        + " net.sf.jasperreports:jasperreports-fonts");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException e) {
            throw new IOException("the font " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    Font plain(int points) {
        return plain.deriveFont((float) points);
    }

    Font bold(int points) {
        return bold.deriveFont((float) points);
    }
}
