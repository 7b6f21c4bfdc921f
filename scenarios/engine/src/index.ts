import { a } from "@scenarium/language"; export const b = a; 
