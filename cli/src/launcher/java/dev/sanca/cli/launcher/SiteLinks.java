package dev.sanca.cli.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at each link of a site, as its reader would: the file must be there, and in it the place after the {@code #}. */
final class SiteLinks {
    private static final Pattern LINK = Pattern.compile("<[^>]*?\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("<[^>]*?\\s(?:id|name)=\"([^\"]*)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script(?:[^>]*)>(?s:.*?)</script>|<!--(?s:.*?)-->");

    private final Path site;
    private final Map<Path, Set<String>> places = new HashMap<>();

    private SiteLinks(Path site) {
        this.site = site.toAbsolutePath().normalize();
    }

    /** Returns the links inside the site that lead nowhere, each with the page that has it. Links to other hosts are not followed. */
    static List<String> broken(Path site) throws IOException {
        return new SiteLinks(site).broken();
    }

    private List<String> broken() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path page : (Iterable<Path>)
                    files.filter(file -> file.toString().endsWith(".html")).sorted()::iterator) {
                for (String link : new HashSet<>(found(LINK, page))) {
                    if (!leads(page, link.replace("&amp;", "&"))) {
                        broken.add(site.relativize(page) + ": " + link);
                    }
                }
            }
        }
        return broken;
    }

    private boolean leads(Path page, String link) throws IOException {
        if (link.isEmpty() || link.matches("(?s)[a-z]+:.*")) {
            return true;
        }
        URI uri;
        try {
            uri = URI.create(link);
        } catch (IllegalArgumentException e) {
            return false;
        }
        Path target = page;
        if (!uri.getPath().isEmpty()) {
            target = page.resolveSibling(uri.getPath()).normalize();
        }
        if (!target.startsWith(site) || !Files.exists(target)) {
            return false;
        }
        String place = uri.getFragment();
        if (place == null || place.isEmpty() || !target.toString().endsWith(".html")) {
            return true;
        }
        return places(target).contains(place);
    }

    private Set<String> places(Path page) throws IOException {
        Set<String> known = places.get(page);
        if (known == null) {
            known = new HashSet<>();
            for (String place : found(PLACE, page)) {
                known.add(text(place));
            }
            places.put(page, known);
        }
        return known;
    }

    private static String text(String attribute) {
        return attribute
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<String> found(Pattern pattern, Path page) throws IOException {
        String html = SCRIPT.matcher(Files.readString(page)).replaceAll("");
        return pattern.matcher(html).results().map(result -> result.group(1)).toList();
    }
}
