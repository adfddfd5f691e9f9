export declare const oldestNode: readonly [number, number]
export declare const nodeFault: (version: string) => string | undefined
