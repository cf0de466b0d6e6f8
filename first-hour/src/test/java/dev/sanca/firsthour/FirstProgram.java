package dev.sanca.firsthour;

import java.io.IOException;

/** The README's first program and its {@code pom.xml}, as they stand. */
final class FirstProgram {
    static final String SOURCE = Document.README.blocks("java").getFirst();
    static final String OUTPUT = "the mean is 2.3333333333333335\n";
    static final String POM = Document.README.part("In your build").block("xml");

    private FirstProgram() {}

    /** A project with the README's {@code pom.xml}. */
    static UserProject project(String name) throws IOException {
        return new UserProject(name).file("pom.xml", POM);
    }

    /** The README's {@code pom.xml} with one more element at the start of a list of its elements. */
    static String pomWith(String pom, String list, String element) {
        int place = pom.lastIndexOf("<" + list + ">");
        int behind = place + list.length() + 2;
        return pom.substring(0, behind) + element + pom.substring(behind);
    }
}
