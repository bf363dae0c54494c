package dev.callsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What linking the runtime costs an application. */
class FootprintTest {
  private static final Path README = Path.of("..", "README.md");
  private static final long LARGEST = 1_850_000; // bytes; the jar has less than half of that

  @Test
  void dependsOnJacksonAndAnnotationsAlone() throws Exception {
    assertThat(dependencies(Path.of("pom.xml")))
        .containsExactlyInAnyOrder(
            "tools.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-annotations",
            "org.jspecify:jspecify");
    assertThat(dependencies(Path.of("..", "pom.xml"))).isEmpty();
  }

  @Test
  void staysSmall() throws IOException, URISyntaxException {
    var classes =
        Path.of(Violation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(classes)) {
      var sizes = files.filter(file -> file.toString().endsWith(".class"));
      assertThat(sizes.mapToLong(FootprintTest::size).sum()).isLessThan(LARGEST);
    }
  }

  @Test
  void theReadmeSaysHowLargeTheJarIs() throws IOException, URISyntaxException {
    var said = Pattern.compile("a jar of ([0-9]+) kB").matcher(Files.readString(README));
    assertThat(said.find()).isTrue();
    long kilobytes = jar().length / 1000;
    assertThat(kilobytes).isCloseTo(Long.parseLong(said.group(1)), Percentage.withPercentage(4));
  }

  /** The classes, put together as a jar is. */
  private static byte[] jar() throws IOException, URISyntaxException {
    var bytes = new ByteArrayOutputStream();
    var root = Path.of(Violation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(root);
        var zip = new ZipOutputStream(bytes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return bytes.toByteArray();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The dependencies a pom declares for more than tests. */
  private static List<String> dependencies(Path pom) throws Exception {
    var project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    var found = new ArrayList<String>();
    for (var dependency : children(child(project, "dependencies"), "dependency")) {
      if (!text(dependency, "scope").equals("test")) {
        found.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
      }
    }
    return found;
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static String text(Element parent, String name) {
    var children = children(parent, name);
    return children.isEmpty() ? "" : children.get(0).getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
