import { createApp } from "vue";
import Registration from "./Registration.vue";

createApp(Registration).mount("#app");
