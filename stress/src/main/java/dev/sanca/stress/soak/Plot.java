package dev.sanca.stress.soak;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/** The plot: a panel for each measured value, over time, from zero to its largest. Needs neither a screen nor fonts of the machine. */
final class Plot {
    private static final int WIDTH = 1000;
    private static final int PANEL = 150;
    private static final int LEFT = 70;
    private static final int TOP = 30;
    private static final int BOTTOM = 24;
    private static final String FONT = "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";

    private record Panel(String title, ToDoubleFunction<Sample> value) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("resident memory, MB", Sample::resident),
            new Panel("references that own a count", Sample::references),
            new Panel("counts in the release pool", Sample::pool),
            new Panel("threads of the process", Sample::threads),
            new Panel("time of an attach (wait for the GIL), ms", Sample::gilWait));

    private final Graphics2D graphics;
    private final List<Sample> samples;

    private Plot(Graphics2D graphics, List<Sample> samples) {
        this.graphics = graphics;
        this.samples = samples;
    }

    /** Writes a PNG of samples, of which there is one at least. */
    static void write(List<Sample> samples, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image = new BufferedImage(WIDTH, PANEL * PANELS.size(), BufferedImage.TYPE_INT_RGB);
        Font font = font();
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        Plot plot = new Plot(graphics, samples);
        for (int i = 0; i < PANELS.size(); i++) {
            plot.draw(PANELS.get(i), i * PANEL);
        }
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    /** As the demo of the examples has it: Java on Linux makes no font, not even from a file, where there is no fontconfig. */
    private static Font font() throws IOException {
        String property = "sun.awt.fontconfig";
        if (System.getProperty("os.name").equals("Linux") && System.getProperty(property) == null) {
            Path file = Files.createTempFile("sanca-soak", ".properties");
            file.toFile().deleteOnExit();
            System.setProperty(
                    property,
                    Files.writeString(file, "version=1\nsequence.allfonts=default\n")
                            .toString());
        }
        try (InputStream file = Plot.class.getClassLoader().getResourceAsStream(FONT)) {
            if (file == null) {
                throw new FileNotFoundException("the font " + FONT + " is missing; it is in the artifact"
                        + " net.sf.jasperreports:jasperreports-fonts");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(12f);
        } catch (FontFormatException e) {
            throw new IOException("the font " + FONT + " cannot be read", e);
        }
    }

    private void draw(Panel panel, int y) {
        double most = Math.max(samples.stream().mapToDouble(panel.value()).max().orElse(0), 1e-3);
        double end = Math.max(samples.getLast().seconds(), 1);
        int height = PANEL - TOP - BOTTOM;
        int base = y + TOP + height;
        graphics.setColor(Color.BLACK);
        graphics.drawString(panel.title(), LEFT, y + TOP - 10);
        graphics.drawString(number(most), 8, y + TOP + 10);
        graphics.drawString("0", 8, base);
        graphics.drawString(number(end) + " s", WIDTH - LEFT, base + 16);
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawRect(LEFT, y + TOP, WIDTH - LEFT - 20, height);
        Path2D line = new Path2D.Double();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            double x = LEFT + (WIDTH - LEFT - 20) * sample.seconds() / end;
            double top = base - height * panel.value().applyAsDouble(sample) / most;
            if (i == 0) {
                line.moveTo(x, top);
            } else {
                line.lineTo(x, top);
            }
        }
        graphics.setColor(new Color(0x1f77b4));
        graphics.setStroke(new BasicStroke(1.3f));
        graphics.draw(line);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
