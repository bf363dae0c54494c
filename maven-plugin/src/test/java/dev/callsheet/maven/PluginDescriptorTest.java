package dev.callsheet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the plugin descriptor and the m2e metadata say about the goals. */
class PluginDescriptorTest {
  private final Element plugin = read("/META-INF/maven/plugin.xml");

  @Test
  void everyGoalIsThreadSafe() {
    assertThat(elements(plugin, "mojo"))
        .allSatisfy(goal -> assertThat(text(goal, "threadSafe")).isEqualTo("true"));
  }

  @Test
  void everyGoalAndEveryParameterIsExplained() {
    for (Element goal : elements(plugin, "mojo")) {
      assertThat(text(goal, "description")).as(text(goal, "goal")).isNotBlank();
      for (Element parameter : elements(goal, "parameter")) {
        if (text(parameter, "editable").equals("true")) {
          assertThat(text(parameter, "description"))
              .as("%s of %s", text(parameter, "name"), text(goal, "goal"))
              .isNotBlank();
        }
      }
    }
  }

  @Test
  void eclipseKnowsWhatToDoWithEveryGoal() {
    Element mapping = read("/META-INF/m2e/lifecycle-mapping-metadata.xml");
    List<String> goals = elements(plugin, "mojo").stream().map(m -> text(m, "goal")).toList();
    assertThat(elements(mapping, "goal").stream().map(Element::getTextContent))
        .containsExactlyInAnyOrderElementsOf(goals);
  }

  private static Element read(String resource) {
    try (InputStream in = PluginDescriptorTest.class.getResourceAsStream(resource)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (IOException
        | javax.xml.parsers.ParserConfigurationException
        | org.xml.sax.SAXException e) {
      throw new AssertionError(resource, e);
    }
  }

  private static String text(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
