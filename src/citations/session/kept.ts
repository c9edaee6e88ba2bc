/** What was made for a document, kept for as long as the next one asks for it. */
export class Kept<Value> {
  private earlier = new Map<string, Value>();
  private current = new Map<string, Value>();

  /** Begins the next document: what it does not ask for is given up with the one after it. */
  turn(): void {
    this.earlier = this.current;
    this.current = new Map();
  }

  get(key: string): Value | undefined {
    const known = this.current.get(key) ?? this.earlier.get(key);
    if (known !== undefined) this.current.set(key, known);
    return known;
  }

  set(key: string, value: Value): void {
    this.current.set(key, value);
  }
}
