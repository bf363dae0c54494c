import {ask, onCopy} from "/workbench/elements.js";
import {Faults} from "/workbench/faults.js";
import {Request} from "/workbench/request.js";
import {Tasks} from "/workbench/tasks.js";

const about = await ask("/workbench/about");
document.title = `${about.title} sandbox – Callsheet`;
document.getElementById("platform").textContent = ` of ${about.title}`;
document.getElementById("endpoint").textContent = about.endpoint;
document.getElementById("docs").hidden = !about.docs;
onCopy(document.getElementById("copy-endpoint"), () => about.endpoint);

const faults = new Faults(document.getElementById("faults"));
const tasks = new Tasks(document.getElementById("tasks"), (feed) => faults.show(feed.faults));
document.body.classList.toggle("watching", !about.workbench);
void tasks.follow();
if (about.workbench) {
  const models = await ask("/workbench/models");
  if (models.length > 0) new Request(document.getElementById("request"), models);
}
