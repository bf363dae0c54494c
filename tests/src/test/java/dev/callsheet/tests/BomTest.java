package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What callsheet-bom manages is what is published, and nothing of others. */
class BomTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void hasTheVersionOfTheRest() throws Exception {
    assertThat(values(pom("bom"), "/project/version"))
        .isEqualTo(values(pom("."), "/project/version"));
  }

  @Test
  void managesEveryModuleThatIsPublished() throws Exception {
    var published = new TreeSet<String>();
    for (var module : values(pom("."), "/project//modules/module")) {
      var pom = pom(module);
      if (!module.equals("bom")
          && !values(pom, "/project/properties/maven.deploy.skip").contains("true")) {
        published.addAll(values(pom, "/project/artifactId"));
      }
    }
    var managed = "/project/dependencyManagement/dependencies/dependency";
    assertThat(values(pom("bom"), managed + "/artifactId"))
        .containsExactlyInAnyOrderElementsOf(published);
    assertThat(values(pom("bom"), managed + "/groupId")).containsOnly("dev.callsheet");
    assertThat(values(pom("bom"), managed + "/version")).containsOnly("${project.version}");
  }

  private static Document pom(String module) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(ROOT.resolve(module).resolve("pom.xml").toFile());
  }

  private static List<String> values(Document pom, String path) throws Exception {
    var nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> nodes.item(index).getTextContent())
        .toList();
  }
}
