package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.error.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the health of the application has to say of its client, whichever Boot shows it. */
record CallsheetHealth(CallsheetClient client, PlatformState state) {
  /**
   * What is known.
   *
   * @param isUp whether the client's last attempt went through
   * @param details where it goes, what it has spent in US dollars, and why the last attempt failed
   */
  record Report(boolean isUp, Map<String, Object> details) {}

  Report report() {
    @Nullable ApiError trouble = state.trouble();
    var spending = client.spending();
    var details = new LinkedHashMap<String, Object>();
    details.put("endpoint", client.endpoint().toString());
    details.put("spent", spending.committed().toPlainString());
    spending.remaining().ifPresent(left -> details.put("remaining", left.toPlainString()));
    if (trouble != null) {
      details.put("category", trouble.category().name());
      details.put("error", trouble.message());
    }
    return new Report(trouble == null, details);
  }
}
