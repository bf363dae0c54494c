package dev.callsheet.cli;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML as the tree that JSON has, with an empty node for what is not there. */
final class YamlTree {
  private YamlTree() {}

  static JsonNode parse(String yaml) {
    return JsonMapper.shared()
        .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }
}
